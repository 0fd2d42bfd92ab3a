/** A file the core made, still in memory: never written in clear by the program itself. */
export interface MadeFile {
  file_name: string;
  mime: string;
  base64: string;
}

/** Hands the file to the person, who chooses where it goes. */
export function saveFile(file: MadeFile): void {
  const bytes = Uint8Array.from(atob(file.base64), (char) => char.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.file_name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
