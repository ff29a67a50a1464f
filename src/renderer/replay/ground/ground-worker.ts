/** Worker: everything of the ground that takes long. Unpacks height maps and the shapes of worlds, infers relief from people, decodes images and tiles. */
import { decodeHeights } from '../../../shared/height-grid.ts';
import { buildMeshTree } from '../../../shared/mesh-rays.ts';
import { floorsBelow, sliceMesh } from '../../../shared/mesh-slice.ts';
import { decodeChunk } from '../../../shared/session/chunk.ts';
import { decodeWorldMesh, type WorldMesh } from '../../../shared/world-mesh.ts';
import { loadZstd } from '../../engine/zstd.ts';
import { TILE_PX, type GroundAnswer, type GroundReply, type GroundRequest } from './ground-messages.ts';
import { inferRelief } from './infer-relief.ts';
import { meshCorners } from './mesh-corners.ts';
import { reliefOf } from './relief.ts';
import { addWalkers } from './walkers.ts';

const MOST_NUMBERS = 3 * 600_000;
const ready = loadZstd();
const tile = new OffscreenCanvas(TILE_PX, TILE_PX).getContext('2d', { willReadFrequently: true });

/** The one that was sent last: to be cut open. */
let mesh: WorldMesh | null = null;

async function answer(request: GroundRequest): Promise<GroundAnswer[keyof GroundAnswer]> {
  switch (request.kind) {
    case 'heights':
      return reliefOf(decodeHeights(request.bytes, await ready), false);
    case 'people': {
      const zstd = await ready;
      const samples: number[] = [];
      for (const bytes of request.chunks) addWalkers(decodeChunk(bytes, zstd), request.subject, samples, MOST_NUMBERS);
      return inferRelief(Float32Array.from(samples));
    }
    case 'image':
      return await image(request.bytes, request.type, request.most);
    case 'tile':
      return await pixels(request.bytes);
    case 'mesh':
      mesh = decodeWorldMesh(request.bytes, await ready);
      return meshCorners(mesh);
    case 'tree':
      if (mesh === null) throw new Error('there is no mesh');
      return buildMeshTree(mesh);
    case 'section':
      if (mesh === null) throw new Error('there is no mesh to cut');
      return { lines: sliceMesh(mesh, request.height, request.terrain), floors: floorsBelow(mesh, request.height) };
    default:
      throw new Error('the ground worker was asked for nothing that it knows');
  }
}

async function image(bytes: Uint8Array, type: string, most: number): Promise<ImageBitmap> {
  const whole = await bitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const share = Math.min(1, most / Math.max(whole.width, whole.height));
  if (share === 1) return whole;
  const size = { resizeWidth: Math.max(1, Math.round(whole.width * share)), resizeHeight: Math.max(1, Math.round(whole.height * share)) };
  const small = await createImageBitmap(whole, { ...size, resizeQuality: 'high' });
  whole.close();
  return small;
}

async function pixels(bytes: Uint8Array): Promise<Uint8Array> {
  if (tile === null) throw new Error('no 2D canvas here');
  const picture = await bitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  tile.clearRect(0, 0, TILE_PX, TILE_PX);
  tile.drawImage(picture, 0, 0, TILE_PX, TILE_PX);
  picture.close();
  return new Uint8Array(tile.getImageData(0, 0, TILE_PX, TILE_PX).data.buffer);
}

async function bitmap(blob: Blob): Promise<ImageBitmap> {
  return await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
}

function buffers(value: GroundAnswer[keyof GroundAnswer]): Transferable[] {
  if (value === null) return [];
  if (value instanceof ImageBitmap) return [value];
  if (value instanceof Uint8Array) return [value.buffer as ArrayBuffer];
  return Object.values(value).flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : []));
}

addEventListener('message', ({ data }: MessageEvent<GroundRequest>) => {
  answer(data).then(
    (value) => postMessage({ id: data.id, answer: value } satisfies GroundReply, { transfer: buffers(value) }),
    (error: unknown) => postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) } satisfies GroundReply),
  );
});
