/** What a clip can be: containers, codecs, sizes, and which of them this browser can encode. */
import { canEncodeVideo, Mp4OutputFormat, QUALITY_HIGH, WebMOutputFormat, type OutputFormat, type VideoCodec } from 'mediabunny';

export interface ClipFormat {
  readonly id: string;
  /** "WebM, VP9" */
  readonly label: string;
  readonly extension: '.webm' | '.mp4';
  readonly codec: VideoCodec;
  container(): OutputFormat;
}

const webm = (): OutputFormat => new WebMOutputFormat();
// The index comes last: nothing that was written has to be moved, and memory stays flat.
const mp4 = (): OutputFormat => new Mp4OutputFormat({ fastStart: false });

/** The most natural first. */
export const CLIP_FORMATS: readonly ClipFormat[] = [
  { id: 'mp4-h264', label: 'MP4, H.264', extension: '.mp4', codec: 'avc', container: mp4 },
  { id: 'webm-vp9', label: 'WebM, VP9', extension: '.webm', codec: 'vp9', container: webm },
  { id: 'webm-vp8', label: 'WebM, VP8', extension: '.webm', codec: 'vp8', container: webm },
  { id: 'webm-av1', label: 'WebM, AV1', extension: '.webm', codec: 'av1', container: webm },
  { id: 'mp4-av1', label: 'MP4, AV1', extension: '.mp4', codec: 'av1', container: mp4 },
];

export const CLIP_QUALITY = QUALITY_HIGH;

export interface ClipSize {
  readonly id: string;
  readonly label: string;
  readonly width: number;
  readonly height: number;
}

export const CLIP_SIZES: readonly ClipSize[] = [
  { id: '720', label: '720p', width: 1280, height: 720 },
  { id: '1080', label: '1080p', width: 1920, height: 1080 },
  { id: '1440', label: '1440p', width: 2560, height: 1440 },
  { id: '2160', label: '4K', width: 3840, height: 2160 },
];

export const CLIP_RATES = [30, 60] as const;
export type ClipRate = (typeof CLIP_RATES)[number];

/** Ids of the formats that can be made here at this size. */
export async function encodable({ width, height }: ClipSize, frameRate: ClipRate): Promise<ReadonlySet<string>> {
  const can = await Promise.all(
    CLIP_FORMATS.map(({ codec }) => canEncodeVideo(codec, { width, height, frameRate, quality: CLIP_QUALITY }).catch(() => false)),
  );
  return new Set(CLIP_FORMATS.filter((_, i) => can[i]).map(({ id }) => id));
}
