/** Exports of the open replay: a clip of the range between in and out, or the picture of this moment. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { sentenceOf } from '../../engine/api-error.ts';
import { useEngine } from '../../engine/engine-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DASH, formatClock, formatCount, formatDecimal, formatPercent } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { notify } from '../../ui/notices.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../words/words.ts';
import { saveBlob } from '../heat/save-blob.ts';
import { scoredTeams } from '../panels/score.ts';
import { useClock } from '../playback/use-clock.ts';
import type { Replay } from '../replay-context.tsx';
import type { Stage } from '../stage/stage.ts';
import { CLIP_FORMATS, CLIP_RATES, CLIP_SIZES, encodable, type ClipSize } from './clip-formats.ts';
import { ClipJob, type ClipProgress } from './clip-job.ts';
import { clipRange, clipSource, directorKnows } from './clip-source.ts';
import { exportPicture, frameCount } from './export-clip.ts';
import styles from './clip.module.css';

interface ClipDialogProps {
  readonly replay: Replay;
  readonly stage: Stage;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ClipDialog({ replay, stage, open, onClose }: ClipDialogProps) {
  const client = useEngine();
  const job = useMemo(() => new ClipJob(client), [client]);
  useEffect(() => () => job.cancel(), [job]);
  const [what, setWhat] = useState<'clip' | 'picture'>('clip');
  const [size, setSize] = useState<ClipSize>(CLIP_SIZES[1] as ClipSize);
  const says = useWords().broadcast.clip;
  const progress = useStore(job.store, (state) => state.progress);
  const sizes = (
    <Row label={says.size}>
      <Segmented
        label={says.size}
        value={size.id}
        options={CLIP_SIZES.map(({ id, label }) => ({ id, label }))}
        onChoose={(id) => setSize(CLIP_SIZES.find((one) => one.id === id) ?? size)}
      />
    </Row>
  );
  return (
    <Dialog title={says.title} open={open} onClose={onClose} width={520}>
      <div className={styles.form}>
        {progress === null && (
          <Row label={says.what}>
            <Segmented
              label={says.what}
              value={what}
              options={[
                { id: 'clip', label: says.clip, icon: 'clapperboard' },
                { id: 'picture', label: says.picture, icon: 'camera' },
              ]}
              onChoose={setWhat}
            />
          </Row>
        )}
        {progress !== null ? (
          <Running progress={progress} onCancel={() => job.cancel()} />
        ) : what === 'clip' ? (
          <ClipForm replay={replay} stage={stage} job={job} size={size} sizes={sizes} />
        ) : (
          <PictureForm replay={replay} stage={stage} size={size} sizes={sizes} onDone={onClose} />
        )}
      </div>
    </Dialog>
  );
}

interface FormProps {
  readonly replay: Replay;
  readonly stage: Stage;
  readonly size: ClipSize;
  readonly sizes: ReactNode;
}

function ClipForm({ replay, stage, job, size, sizes }: FormProps & { readonly job: ClipJob }) {
  const client = useEngine();
  const says = useWords().broadcast.clip;
  const { playback } = replay;
  const failure = useStore(job.store, (state) => state.failure);
  const [rate, setRate] = useState<(typeof CLIP_RATES)[number]>(60);
  const [chosen, setChosen] = useState<string | null>(null);
  const [over, setOver] = useState({ scoreboard: true, feed: true });
  const [camera, setCamera] = useState('current');
  const able = useEncodable(size, rate);
  const format = CLIP_FORMATS.find(({ id }) => id === chosen && able?.has(id)) ?? CLIP_FORMATS.find(({ id }) => able?.has(id));
  // Drawn anew when in or out move.
  const range = useRange(replay);
  const { from, to } = range;
  const frames = frameCount({ from, to, rate });
  const trouble =
    to - from < 1000 / rate ? says.empty : range.beyond ? says.live : able !== null && format === undefined ? says.none : null;
  const run = (): void => {
    if (format === undefined) return;
    const { row, info } = playback.session;
    const name = `${says.file(info.title === '' ? row.title : info.title, formatClock(from).replaceAll(':', '.'))}${format.extension}`;
    const source = clipSource(replay, stage, client, camera);
    void job.run({ from, to, size, rate, format, ...over, scoreboard: over.scoreboard && hasScore(replay) }, source, name);
  };
  return (
    <>
      <Row label={says.range}>
        <div>
          <p>{says.rangeOf(formatClock(from, to), formatClock(to, to), formatCount(frames))}</p>
          {range.whole && <p className={styles.quiet}>{says.whole}</p>}
        </div>
      </Row>
      {sizes}
      <Row label={says.rate}>
        <Segmented
          label={says.rate}
          value={String(rate)}
          options={CLIP_RATES.map((one) => ({ id: String(one), label: String(one) }))}
          onChoose={(id) => setRate(id === '30' ? 30 : 60)}
        />
      </Row>
      <Row label={says.format}>
        <div className={styles.formats} role="radiogroup" aria-label={says.format}>
          {CLIP_FORMATS.map(({ id, label }) => {
            const missing = able !== null && !able.has(id);
            return (
              <label key={id} className={styles.format} data-disabled={missing}>
                <input
                  type="radio"
                  name="clip-format"
                  value={id}
                  checked={format?.id === id}
                  disabled={missing || able === null}
                  onChange={() => setChosen(id)}
                />
                <span>{label}</span>
                {missing && <span className={styles.quiet}>{says.cannot}</span>}
              </label>
            );
          })}
        </div>
      </Row>
      <Cameras replay={replay} to={to} value={camera} onChoose={setCamera} />
      <Row label={says.over}>
        <div className={styles.choices}>
          {hasScore(replay) && (
            <Choice label={says.scoreboard} on={over.scoreboard} onChange={(scoreboard) => setOver({ ...over, scoreboard })} />
          )}
          <Choice label={says.feed} on={over.feed} onChange={(feed) => setOver({ ...over, feed })} />
        </div>
      </Row>
      {(trouble ?? failure) !== null && <Failure text={trouble ?? failure ?? ''} />}
      <div>
        <Button kind="primary" icon="download" disabled={trouble !== null || format === undefined} onClick={run}>
          {says.exportClip(formatClock(to - from, to - from))}
        </Button>
      </div>
    </>
  );
}

interface CamerasProps {
  readonly replay: Replay;
  /** Session ms that the clip reaches to. */
  readonly to: number;
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

/** The camera as it is, the director once it has looked so far ahead, and saved paths. */
function Cameras({ replay, to, value, onChoose }: CamerasProps) {
  const says = useWords().broadcast.clip;
  const paths = useStore(replay.annotations.store, (state) => state.path);
  const knows = useStore(replay.director.store, () => directorKnows(replay, to));
  const options = [
    { id: 'current', label: says.cameras.current },
    ...(knows ? [{ id: 'director', label: says.cameras.director }] : []),
    ...paths.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <Row label={says.camera}>
      <div>
        <Select label={says.camera} value={value} options={options} onChoose={onChoose} />
        {!knows && <p className={styles.quiet}>{says.directorWaits}</p>}
      </div>
    </Row>
  );
}

function PictureForm({ replay, stage, size, sizes, onDone }: FormProps & { readonly onDone: () => void }) {
  const client = useEngine();
  const says = useWords().broadcast.clip;
  const { playback } = replay;
  const { durationMs, title } = playback.session.info;
  const t = useClock(playback, (clock) => clock.t);
  const [over, setOver] = useState({ scoreboard: true, feed: false, transparent: false });
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const order = { t: playback.clock.t, size, ...over, scoreboard: over.scoreboard && hasScore(replay) };
      const picture = await exportPicture(order, clipSource(replay, stage, client, 'current'), new AbortController().signal);
      const name = `${says.file(title, formatClock(order.t, order.t).replaceAll(':', '.'))}.png`;
      saveBlob(picture, name);
      notify({ text: says.pictureDone(name) });
      onDone();
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Row label={says.moment}>
        <p>{formatClock(t, durationMs)}</p>
      </Row>
      {sizes}
      <Row label={says.over}>
        <div className={styles.choices}>
          {hasScore(replay) && (
            <Choice label={says.scoreboard} on={over.scoreboard} onChange={(scoreboard) => setOver({ ...over, scoreboard })} />
          )}
          <Choice label={says.feed} on={over.feed} onChange={(feed) => setOver({ ...over, feed })} />
          <Choice label={says.transparent} on={over.transparent} onChange={(transparent) => setOver({ ...over, transparent })} />
        </div>
      </Row>
      {failure !== null && <Failure text={failure} />}
      <div>
        <Button kind="primary" icon="download" disabled={busy} onClick={() => void save()}>
          {says.savePicture}
        </Button>
      </div>
    </>
  );
}

function Running({ progress, onCancel }: { readonly progress: ClipProgress; readonly onCancel: () => void }) {
  const says = useWords().broadcast.clip;
  const { done, all, rate, left } = progress;
  const step = done < all ? says.drawing : says.finishing;
  return (
    <div className={styles.progress} data-testid="clip-progress">
      <div className={styles.numbers}>
        <span>{step}</span>
        <span>{formatPercent(done / all)}</span>
      </div>
      <Progress label={step} share={done / all} />
      <div className={styles.numbers}>
        <span>{says.frames(formatCount(done), formatCount(all))}</span>
        <span>{says.pace(rate === null ? DASH : formatDecimal(rate, 1), left === null ? DASH : formatClock(left))}</span>
      </div>
      <div>
        <Button kind="outline" onClick={onCancel}>
          {says.cancel}
        </Button>
      </div>
    </div>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      {children}
    </div>
  );
}

function Choice({ label, on, onChange }: { readonly label: string; readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <span className={styles.choice}>
      <Switch label={label} on={on} onChange={onChange} />
      {label}
    </span>
  );
}

function Failure({ text }: { readonly text: string }) {
  return (
    <p className={styles.failure} role="alert">
      <Icon name="triangle-alert" size={14} />
      {text}
    </p>
  );
}

function hasScore({ playback }: Replay): boolean {
  return scoredTeams(playback.session.profile) !== null;
}

function useRange(replay: Replay): ReturnType<typeof clipRange> {
  useClock(replay.playback, (clock) => `${clock.inPoint} ${clock.outPoint}`);
  return clipRange(replay.playback);
}

/** Null until it is known. */
function useEncodable(size: ClipSize, rate: (typeof CLIP_RATES)[number]): ReadonlySet<string> | null {
  const [able, setAble] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    let wanted = true;
    void encodable(size, rate).then((found) => wanted && setAble(found));
    return () => {
      wanted = false;
    };
  }, [size, rate]);
  return able;
}
