/** Saved shots and camera paths: keep where the camera stands, go there again, and let it travel from key to key. */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { AnnotationOf } from '../../../shared/annotations.ts';
import { withKey } from '../../../shared/camera-path.ts';
import { useCommands } from '../../app/commands.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatClock } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useWords } from '../../words/words.ts';
import { useReplay, useView } from '../replay-context.tsx';
import type { Stage } from '../stage/stage.ts';
import { poseOf, SavedCamera } from './saved-cameras.ts';
import styles from './shots.module.css';

type Shot = AnnotationOf<'shot'>;
type Path = AnnotationOf<'path'>;

export interface ShotsPanelProps {
  readonly stage: Stage;
  readonly onClose: () => void;
}

export function ShotsPanel({ stage, onClose }: ShotsPanelProps) {
  const { annotations, playback } = useReplay();
  const text = useWords().director.shots;
  const shots = useStore(annotations.store, (state) => state.shot);
  const paths = useStore(annotations.store, (state) => state.path);
  useCommands([{ id: 'camera.shots.close', title: text.close, icon: 'x', keys: 'Escape', run: onClose }]);
  const now = (): number => Math.round(playback.clock.t);
  const saveShot = (): void => {
    const name = text.shot(String(shots.length + 1));
    const key = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => shots.every((shot) => shot.key !== digit)) ?? null;
    void annotations.put([{ id: crypto.randomUUID(), kind: 'shot', name, pose: poseOf(stage.scene), key }], text.saved(name), true);
  };
  const beginPath = (): void => {
    const name = text.path(String(paths.length + 1));
    const keys = [{ t: now(), pose: poseOf(stage.scene) }];
    void annotations.put([{ id: crypto.randomUUID(), kind: 'path', name, easing: 'smooth', keys }], text.saved(name), true);
  };
  return (
    <section className={styles.panel} aria-label={text.name}>
      <div className={styles.acts}>
        <Button size="small" icon="camera" onClick={saveShot}>
          {text.save}
        </Button>
        <Button size="small" icon="video" onClick={beginPath}>
          {text.newPath}
        </Button>
      </div>
      {shots.length === 0 ? <p className={styles.none}>{text.empty}</p> : <Shots shots={shots} />}
      {paths.length === 0 ? (
        <p className={styles.none}>{text.noPaths}</p>
      ) : (
        <ul className={styles.list} aria-label={text.listOfPaths}>
          {paths.map((path) => (
            <PathRow key={path.id} path={path} stage={stage} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Shots({ shots }: { readonly shots: readonly Shot[] }) {
  const { annotations, view } = useReplay();
  const { director, ui } = useWords();
  const text = director.shots;
  const change = (shot: Shot): void => void annotations.put([shot], text.changed(shot.name), true);
  const keyed = (shot: Shot, id: string): void => {
    const key = id === '' ? null : Number(id);
    // A key has one shot.
    const others = shots
      .filter((other) => key !== null && other.key === key && other.id !== shot.id)
      .map((other) => ({ ...other, key: null }));
    void annotations.put([...others, { ...shot, key }], text.changed(shot.name), true);
  };
  const keys = [
    { id: '', label: text.noKey },
    ...Array.from({ length: 9 }, (_, i) => ({ id: String(i + 1), label: `${ui.keys.shift} ${i + 1}` })),
  ];
  return (
    <ul className={styles.list} aria-label={text.listOfShots}>
      {shots.map((shot) => (
        <li key={shot.id} className={styles.row}>
          <IconButton
            icon="eye"
            label={text.show(shot.name)}
            kind="plain"
            size="small"
            onClick={() => view.getState().setLead(new SavedCamera(shot))}
          />
          <Name value={shot.name} label={text.rename(shot.name)} onName={(name) => change({ ...shot, name })} />
          <Select label={text.key} value={shot.key === null ? '' : String(shot.key)} options={keys} onChoose={(id) => keyed(shot, id)} />
          <IconButton
            icon="trash-2"
            label={text.remove(shot.name)}
            kind="plain"
            size="small"
            onClick={() => void annotations.remove([shot.id], text.removed(shot.name))}
          />
        </li>
      ))}
    </ul>
  );
}

function PathRow({ path, stage }: { readonly path: Path; readonly stage: Stage }) {
  const { annotations, playback, view } = useReplay();
  const text = useWords().director.shots;
  const isPlaying = useView(({ lead }) => lead instanceof SavedCamera && lead.id === path.id);
  const { clock, session } = playback;
  const put = (next: Path): void => {
    void annotations.put([next], text.changed(path.name), true);
    // Whoever watches it sees the new way at once.
    if (isPlaying) view.getState().setLead(new SavedCamera(next));
  };
  const addKey = (): void => put({ ...path, keys: withKey(path.keys, { t: Math.round(clock.t), pose: poseOf(stage.scene) }) });
  const play = (): void => {
    if (isPlaying) {
      view.getState().setLead(null);
      return;
    }
    const camera = new SavedCamera(path);
    if (clock.t < camera.path.from || clock.t >= camera.path.to) clock.seek(camera.path.from);
    view.getState().setLead(camera);
    clock.play();
  };
  const easings = (['smooth', 'linear'] as const).map((id) => ({ id, label: text.easings[id] }));
  return (
    <li className={styles.path}>
      <div className={styles.row}>
        <Button
          kind="plain"
          size="small"
          icon={isPlaying ? 'pause' : 'play'}
          aria-label={isPlaying ? text.stop : text.play(path.name)}
          onClick={play}
        >
          {isPlaying ? text.stop : text.playShort}
        </Button>
        <Name value={path.name} label={text.rename(path.name)} onName={(name) => put({ ...path, name })} />
        <Select
          label={text.easing}
          value={path.easing}
          options={easings}
          onChoose={(id) => put({ ...path, easing: id === 'linear' ? 'linear' : 'smooth' })}
        />
        <IconButton
          icon="trash-2"
          label={text.remove(path.name)}
          kind="plain"
          size="small"
          onClick={() => void annotations.remove([path.id], text.removed(path.name))}
        />
      </div>
      <ol className={styles.keys} aria-label={text.keys(path.name)}>
        {path.keys.map((key, i) => {
          const at = formatClock(key.t, session.info.durationMs);
          const replace = (change: Partial<Path['keys'][number]>): void =>
            put({
              ...path,
              keys: withKey(
                path.keys.filter((_, n) => n !== i),
                { ...key, ...change },
              ),
            });
          return (
            <li key={`${key.t} ${i}`} className={styles.row}>
              <Button kind="plain" size="small" aria-label={text.keyAt(at)} onClick={() => clock.seek(key.t)}>
                {at}
              </Button>
              <span className={styles.gap} />
              <IconButton
                icon="camera"
                label={text.setKey(at)}
                kind="plain"
                size="small"
                onClick={() => replace({ pose: poseOf(stage.scene) })}
              />
              <IconButton
                icon="clock"
                label={text.moveKey(at)}
                kind="plain"
                size="small"
                onClick={() => replace({ t: Math.round(clock.t) })}
              />
              <IconButton
                icon="x"
                label={text.removeKey(at)}
                kind="plain"
                size="small"
                disabled={path.keys.length === 1}
                onClick={() => put({ ...path, keys: path.keys.filter((_, n) => n !== i) })}
              />
            </li>
          );
        })}
      </ol>
      <Button size="small" icon="plus" onClick={addKey}>
        {text.addKey}
      </Button>
    </li>
  );
}

/** Kept when one is done with it. */
function Name({ value, label, onName }: { readonly value: string; readonly label: string; readonly onName: (name: string) => void }) {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  // Changed elsewhere, or taken back.
  if (value !== known) {
    setKnown(value);
    setDraft(value);
  }
  const keep = (): void => {
    const name = draft.trim();
    if (name !== '' && name !== value) onName(name);
    else setDraft(value);
  };
  return (
    <TextField
      label={label}
      value={draft}
      className={styles.name}
      maxLength={200}
      onText={setDraft}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
