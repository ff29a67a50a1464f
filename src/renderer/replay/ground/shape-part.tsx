/** The part of the ground's dialog about the shape of the world: where it is from, and how it is cut open. */
import { useId } from 'react';
import type { GameProfile } from '../../../shared/games/profile.ts';
import type { GroundMesh } from '../../../shared/ground.ts';
import { desktop } from '../../app/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { formatCountOf } from '../../ui/format.ts';
import { Switch } from '../../ui/switch.tsx';
import { useWords } from '../../words/words.ts';
import type { GroundLook } from './ground-look.ts';
import styles from './ground.module.css';

export interface ShapePartProps {
  readonly mesh: GroundMesh | null;
  readonly files: NonNullable<GameProfile['worldFiles']>;
  readonly look: GroundLook;
  readonly busy: boolean;
  readonly onLook: (change: Partial<GroundLook>) => void;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
}

export function ShapePart({ mesh, files, look, busy, onLook, onChoose, onRemove }: ShapePartProps) {
  const { none, shape: says } = useWords().ground;
  const [warning] = mesh?.warnings ?? [];
  const more = (mesh?.warnings.length ?? 0) - 1;
  return (
    <section aria-label={says.title} className={styles.part}>
      <div className={styles.head}>
        <h3>{says.title}</h3>
        <Switch label={says.title} on={look.mesh} disabled={mesh === null} onChange={(on) => onLook({ mesh: on })} />
      </div>
      <p>{mesh === null ? none : `${mesh.name}: ${formatCountOf(mesh.triangles, says.triangle, says.triangles)}`}</p>
      {warning !== undefined && <p className={styles.hint}>{more > 0 ? says.more(warning, more) : warning}</p>}
      <div className={styles.row}>
        <Cut storeys={mesh?.storeys ?? []} look={look} disabled={mesh === null || !look.mesh} onLook={(cut) => onLook({ cut })} />
      </div>
      <div className={styles.row}>
        <Button kind="outline" size="small" disabled={busy} onClick={onChoose}>
          {desktop === null ? says.choose(files.extensions) : files.folder}
        </Button>
        {mesh !== null && (
          <Button kind="plain" size="small" disabled={busy} onClick={onRemove}>
            {says.remove}
          </Button>
        )}
        <span className={styles.hint}>{files.help}</span>
      </div>
    </section>
  );
}

function Cut({
  storeys,
  look,
  disabled,
  onLook,
}: {
  readonly storeys: readonly number[];
  readonly look: GroundLook;
  readonly disabled: boolean;
  readonly onLook: (cut: GroundLook['cut']) => void;
}) {
  const says = useWords().ground.shape;
  const id = useId();
  const chosen = typeof look.cut === 'number' && !storeys.includes(look.cut) ? 'auto' : look.cut;
  return (
    <>
      <label htmlFor={id}>{says.cut}</label>
      <select
        id={id}
        className={styles.select}
        value={chosen}
        disabled={disabled}
        onChange={({ target }) =>
          onLook(storeys.find((height) => String(height) === target.value) ?? (target.value === 'none' ? 'none' : 'auto'))
        }
      >
        <option value="auto">{says.cutAuto}</option>
        {storeys.toReversed().map((height) => (
          <option key={height} value={height}>
            {says.cutAt(height)}
          </option>
        ))}
        <option value="none">{says.cutNone}</option>
      </select>
    </>
  );
}
