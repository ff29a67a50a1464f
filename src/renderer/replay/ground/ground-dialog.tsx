/** The ground of this world: what it is drawn from, what is taken in its place, and how it looks. */
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { Calibrate } from './calibrate.tsx';
import { chooseGround } from './choose-ground.ts';
import { INTERVALS, type GroundLook } from './ground-look.ts';
import { heightsWords, pictureWords } from './ground-words.ts';
import { ShapePart } from './shape-part.tsx';
import type { WorldGround } from './world-ground.ts';
import styles from './ground.module.css';

export interface GroundDialogProps {
  readonly ground: WorldGround;
  readonly playback: Playback;
  /** Session x and z of what the camera looks at. */
  readonly focus: () => readonly [number, number];
  readonly onClose: () => void;
}

export function GroundDialog({ ground, playback, focus, onClose }: GroundDialogProps) {
  const says = useWords().ground;
  const state = useStore(ground.store);
  const [calibrating, setCalibrating] = useState(false);
  const { info, look, progress, message } = state;
  const { profile, info: session } = playback.session;
  const image = info?.picture?.kind === 'image' ? info.picture : null;
  const title = says.of(profile.worldNames[session.world.toLowerCase()] ?? session.world);
  if (image !== null && calibrating && progress === null)
    return (
      <Calibrate key={image.version} ground={ground} image={image} playback={playback} focus={focus} onDone={() => setCalibrating(false)} />
    );
  const busy = progress !== null;
  const heights = info?.heights ?? null;
  const picture = info?.picture ?? null;
  const choose = async (kind: Parameters<typeof chooseGround>[1]): Promise<void> => {
    await chooseGround(ground, kind);
    // An image is of no use before it has its place.
    const chosen = ground.store.getState().info?.picture;
    if (kind === 'image' && chosen?.kind === 'image' && chosen.calibration === null) setCalibrating(true);
  };
  return (
    <Dialog title={title} open onClose={onClose} width={560}>
      <div className={styles.parts}>
        <section aria-label={says.heights.title} className={styles.part}>
          <div className={styles.head}>
            <h3>{says.heights.title}</h3>
            <Switch label={says.heights.relief} on={look.relief} onChange={(relief) => ground.setLook({ relief })} />
          </div>
          <p>{heightsWords(state, says)}</p>
          <div className={styles.row}>
            <Contours look={look} onLook={(contours) => ground.setLook({ contours })} />
          </div>
          <div className={styles.row}>
            <Button kind="outline" size="small" disabled={busy} onClick={() => void choose('heights')}>
              {says.heights.choose}
            </Button>
            {heights !== null && (
              <Button kind="plain" size="small" disabled={busy} onClick={() => void ground.remove('heights')}>
                {says.heights.remove}
              </Button>
            )}
            <span className={styles.hint}>{says.heights.format}</span>
          </div>
        </section>
        <section aria-label={says.picture.title} className={styles.part}>
          <div className={styles.head}>
            <h3>{says.picture.title}</h3>
            <Switch
              label={says.picture.title}
              on={look.picture}
              disabled={picture === null}
              onChange={(on) => ground.setLook({ picture: on })}
            />
          </div>
          <p>{pictureWords(info, says)}</p>
          <div className={styles.row}>
            <Opacity look={look} disabled={picture === null} onLook={(opacity) => ground.setLook({ opacity })} />
          </div>
          <div className={styles.row}>
            <Button kind="outline" size="small" disabled={busy} onClick={() => void choose('image')}>
              {says.picture.chooseImage}
            </Button>
            <Button kind="outline" size="small" disabled={busy} onClick={() => void choose('tiles')}>
              {says.picture.chooseTiles}
            </Button>
            {image !== null && (
              <Button kind="plain" size="small" disabled={busy} onClick={() => setCalibrating(true)}>
                {says.picture.place}
              </Button>
            )}
            {picture !== null && (
              <Button kind="plain" size="small" disabled={busy} onClick={() => void ground.remove('picture')}>
                {says.picture.remove}
              </Button>
            )}
          </div>
        </section>
        {profile.worldFiles !== undefined && (
          <ShapePart
            mesh={info?.mesh ?? null}
            files={profile.worldFiles}
            look={look}
            busy={busy}
            onLook={(change) => ground.setLook(change)}
            onChoose={() => void chooseGround(ground, 'mesh', profile.worldFiles?.extensions)}
            onRemove={() => void ground.remove('mesh')}
          />
        )}
        {progress !== null && (
          <div className={styles.progress} role="status">
            <span>{progress.step}</span>
            <Button kind="plain" size="small" onClick={() => ground.cancel()}>
              {says.cancel}
            </Button>
            <Progress label={progress.step} share={progress.total > 0 ? progress.done / progress.total : null} />
          </div>
        )}
        {message !== null && (
          <p className={styles.message} role="alert">
            {message}
          </p>
        )}
        <p className={styles.hint}>{says.about}</p>
      </div>
    </Dialog>
  );
}

function Contours({ look, onLook }: { readonly look: GroundLook; readonly onLook: (contours: GroundLook['contours']) => void }) {
  const says = useWords().ground;
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{says.contours.title}</label>
      <select
        id={id}
        className={styles.select}
        value={look.contours}
        disabled={!look.relief}
        onChange={({ target }) => onLook(INTERVALS.find((one) => String(one) === target.value) ?? (target.value === '0' ? 0 : 'auto'))}
      >
        <option value="auto">{says.contours.auto}</option>
        {INTERVALS.map((metres) => (
          <option key={metres} value={metres}>
            {says.contours.every(metres)}
          </option>
        ))}
        <option value={0}>{says.none}</option>
      </select>
    </>
  );
}

function Opacity({
  look,
  disabled,
  onLook,
}: {
  readonly look: GroundLook;
  readonly disabled: boolean;
  readonly onLook: (opacity: number) => void;
}) {
  const id = useId();
  const says = useWords().ground.picture;
  const percent = Math.round(look.opacity * 100);
  return (
    <>
      <label htmlFor={id}>{says.strength}</label>
      <input
        id={id}
        className={styles.slider}
        type="range"
        min={10}
        max={100}
        step={5}
        value={percent}
        disabled={disabled}
        onChange={({ target }) => onLook(Number(target.value) / 100)}
      />
      <output htmlFor={id}>{`${percent}\u00a0%`}</output>
    </>
  );
}
