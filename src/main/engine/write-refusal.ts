/** Why a file could not be written, as one sentence for a person; null when it is not the place's fault. */
export function writeRefusal(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return 'The disk is full.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'Nothing may be written there.';
  return null;
}
