import { CommandError } from '../ipc';

/** Longest side of a picture that is kept: a page is read at it, and ten of them travel over a poor line. */
const LONGEST = 1600;
const QUALITY = 0.85;

/** What is kept of a chosen file. */
export interface Kept {
  /** Base64. */
  content: string;
  mime: string;
}

/**
 * A picture as a JPEG of 1600 pixels at most, drawn anew: what a telephone writes into its pictures, the place among it, stays behind. Anything else, and a
 * picture that cannot be drawn, as it is: the core says whether it takes it.
 */
export async function keep(file: File): Promise<Kept> {
  const smaller = file.type.startsWith('image/') ? await drawn(file) : null;
  const kept = smaller ?? file;
  return { content: await base64(kept), mime: kept.type };
}

async function drawn(file: File): Promise<Blob | null> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext('2d');
    if (pen === null) return null;
    // JPEG knows no transparency: a scan with a clear ground stays black on white.
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  } catch {
    return null;
  }
}

function base64(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => fail(new CommandError('attachment_type'));
    reader.readAsDataURL(blob);
  });
}
