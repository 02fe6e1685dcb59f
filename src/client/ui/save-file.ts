/** Starts the download of a file. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download holds the file by the next task. The URL would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(url));
}
