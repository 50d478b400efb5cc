import { timeText } from '../ui/format';

/** Hands a file to the browser's downloads, named by what it shows and when. */
export function saveFile(file: Blob, name: string, at: number, ending: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name} ${timeText(at).replaceAll(':', '')}.${ending}`;
  link.click();
  // The browser reads the file after this turn; a minute is enough to begin with it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
