/** How long and how much of each game is kept. */
import { useEffect, useState } from 'react';
import type { RetentionRules } from '../../shared/engine-api.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { useEngine, useEngineState } from '../engine/engine-context.tsx';
import { Button } from '../ui/button.tsx';
import { notify } from '../ui/notices.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords } from '../words/words.ts';
import styles from './settings.module.css';

/** As typed; "" for no limit. */
interface Typed {
  readonly days: string;
  readonly gigabytes: string;
}

const NOTHING: Typed = { days: '', gigabytes: '' };

export function RetentionSection() {
  const client = useEngine();
  const isReady = useEngineState().state === 'ready';
  const words = useWords().retention;
  const [rules, setRules] = useState<RetentionRules | null>(null);
  const [draft, setDraft] = useState<Readonly<Record<string, Typed>>>({});
  useEffect(() => {
    if (!isReady) return undefined;
    let wanted = true;
    client.call('retention.get', {}).then(
      (answer) => wanted && setRules(answer),
      () => undefined, // the status bar says that the engine is away
    );
    return () => {
      wanted = false;
    };
  }, [client, isReady]);

  const typedOf = (game: string): Typed => draft[game] ?? typed(rules?.[game]);
  const change = (game: string, part: Partial<Typed>): void => setDraft((before) => ({ ...before, [game]: { ...typedOf(game), ...part } }));
  const save = async (): Promise<void> => {
    const next: Record<string, RetentionRules[string]> = { ...rules };
    for (const [game, { days, gigabytes }] of Object.entries(draft)) {
      const rule = { days: limit(days), gigabytes: limit(gigabytes) };
      if (rule.days === undefined || rule.gigabytes === undefined)
        return notify({ text: words.noNumber(PROFILES[game]?.name ?? game), failed: true });
      next[game] = { days: rule.days, gigabytes: rule.gigabytes };
    }
    try {
      await client.call('retention.set', { rules: next });
      setRules(next);
      setDraft({});
      notify({ text: words.saved });
    } catch (error) {
      notify({ text: sentenceOf(error), failed: true });
    }
    return undefined;
  };

  return (
    <section>
      <h2>{words.title}</h2>
      <p className={styles.note}>{words.about}</p>
      {Object.values(PROFILES).map(({ id, name }) => (
        <div key={id} className={styles.row}>
          <p className={styles.label}>{name}</p>
          <div className={styles.control}>
            <Limit label={words.daysOf(name)} unit={words.days} value={typedOf(id).days} onText={(days) => change(id, { days })} />
            <Limit
              label={words.sizeOf(name)}
              unit={words.size}
              value={typedOf(id).gigabytes}
              onText={(gigabytes) => change(id, { gigabytes })}
            />
          </div>
        </div>
      ))}
      {Object.keys(draft).length > 0 && (
        <div className={styles.end}>
          <Button kind="plain" onClick={() => setDraft({})}>
            {words.discard}
          </Button>
          <Button kind="primary" disabled={rules === null} onClick={() => void save()}>
            {words.save}
          </Button>
        </div>
      )}
    </section>
  );
}

function Limit({
  label,
  unit,
  value,
  onText,
}: {
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}) {
  return (
    <TextField className={styles.limit ?? ''} label={label} inputMode="decimal" value={value} end={<span>{unit}</span>} onText={onText} />
  );
}

function typed(rule: RetentionRules[string] | undefined): Typed {
  return rule === undefined ? NOTHING : { days: shown(rule.days), gigabytes: shown(rule.gigabytes) };
}

function shown(value: number | null): string {
  return value === null ? '' : String(value);
}

/** Undefined when it is no number above 0; a comma is as good as a point. */
function limit(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
