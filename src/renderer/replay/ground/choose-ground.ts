/** Asks for a file or folder: by the desktop app's dialogs, which give handles, or in a browser by its own, with uploads. */
import type { Params } from '../../../shared/engine-api.ts';
import { desktop } from '../../app/desktop.ts';
import { uploadFile } from '../../engine/upload.ts';
import { words } from '../../words/words.ts';
import type { WorldGround } from './world-ground.ts';

type Kind = Params<'ground.set'>['kind'];
type From = Params<'ground.set'>['from'];

const ACCEPT: Readonly<Record<Exclude<Kind, 'tiles' | 'mesh'>, string>> = {
  image: 'image/png,image/jpeg,image/webp',
  heights: '.asc,text/plain',
};
/** Of one upload of tiles. */
const MOST_FILES = 10_000;

/** `extensions`: of files with the shape of a world. Resolves when it was taken in, was refused (the ground's message says why), or nothing was chosen. */
export async function chooseGround(ground: WorldGround, kind: Kind, extensions: readonly string[] = []): Promise<void> {
  const from = desktop === null ? await upload(ground, kind, extensions) : ((await desktop.chooseGround(kind))?.handle ?? null);
  if (from !== null) await ground.take(kind, from);
}

async function upload(ground: WorldGround, kind: Kind, extensions: readonly string[]): Promise<From | null> {
  const files = await askForFiles(kind, extensions);
  const [first] = files;
  if (first === undefined) return null;
  let from: From | null = null;
  const says = words().ground;
  await ground.working(says.sending, async (signal, progress) => {
    if (kind !== 'tiles') {
      from = await uploadFile(first, (sent) => progress(sent, first.size), signal);
      return;
    }
    const wanted = files.filter(({ webkitRelativePath }) => /^[^/]+\/(map\.json|\d+\/\d+\/\d+\.\w+)$/.test(webkitRelativePath));
    if (wanted.length > MOST_FILES) throw new Error(says.picture.tooMany(MOST_FILES));
    const sent: { path: string; handle: string }[] = [];
    for (const [done, file] of wanted.entries()) {
      progress(done, wanted.length);
      sent.push({ path: file.webkitRelativePath.replace(/^[^/]+\//, ''), handle: await uploadFile(file, () => undefined, signal) });
    }
    if (sent.length === 0) throw new Error(says.picture.noTiles);
    from = sent;
  });
  return from;
}

function askForFiles(kind: Kind, extensions: readonly string[]): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  if (kind === 'tiles') input.webkitdirectory = true;
  else input.accept = kind === 'mesh' ? extensions.join(',') : ACCEPT[kind];
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
