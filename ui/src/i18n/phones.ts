/** `06 12 34 56 78` for a Moroccan number in any form the core may hold; anything else as it is. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/[\s.-]/g, '');
  const national = digits.replace(/^(\+|00)212/, '0');
  if (!/^0\d{9}$/.test(national)) return phone;
  return (national.match(/\d{2}/g) ?? []).join(' ');
}

/** Digits as people type them in Arabic (٠-٩, ۰-۹), turned into the ones the records hold. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
