import { Clock } from 'lucide-react';
import { TextField } from '../../components';
import { useT } from '../../i18n';

/** `9`, `9:30`, `0930` as `HH:MM:SS`; null when it is no time of the day. */
export function timeOf(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*(?:[:hH.]?\s*(\d{2}))?\s*$/.exec(text);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`;
}

/** A time of the day, as people write it: `9`, `9:30`, `14h30`. */
export function TimeField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const t = useT();
  return (
    <TextField
      label={label}
      value={value}
      dir="ltr"
      inputMode="numeric"
      placeholder="09:30"
      icon={<Clock aria-hidden className="size-4" />}
      error={value.trim().length > 3 && timeOf(value) === null ? t('field.not_a_time') : null}
      onChange={onChange}
    />
  );
}
