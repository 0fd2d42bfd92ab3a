import type { Document as MadeDocument } from '../ipc/types';

/**
 * Hands a document the core made to the person, who chooses where it goes. It is still in memory: the program never
 * writes it in clear by itself.
 */
export function saveFile(file: MadeDocument): void {
  const bytes = Uint8Array.from(atob(file.base64), (char) => char.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.file_name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
