import { CommandError } from '../../ipc';

/** What may be chosen as a picture. The iPhone's own kind too: the core says what to do with it. */
export const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', '.heic', '.heif'];

/** A chosen file, as it is: what is kept of it, the core decides. */
export interface Chosen {
  /** Base64. */
  content: string;
  mime: string;
}

export function read(file: File): Promise<Chosen> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done({ content: String(reader.result).replace(/^[^,]*,/, ''), mime: file.type });
    reader.onerror = () => fail(new CommandError('attachment_type'));
    reader.readAsDataURL(file);
  });
}
