/** Ctrl+K: go to a place or session, or do anything that can be done here. */
import { Dialog as Base } from '@base-ui/react/dialog';
import { Command as Palettes } from 'cmdk';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SessionRow } from '../../shared/engine-api.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { useNow } from '../library/use-now.ts';
import { formatWhen } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Keys } from '../ui/keys.tsx';
import { useWords } from '../words/words.ts';
import { appStore, openReplay } from './app-store.ts';
import { commandRegistry, keysLabel, keysOf } from './commands.ts';
import overlay from '../ui/overlay.module.css';
import styles from './palette.module.css';

export function Palette() {
  const { palette } = useWords().app.commands;
  const open = useStore(appStore, (state) => state.paletteOpen);
  const close = (): void => appStore.setState({ paletteOpen: false });
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && close()}>
      <Base.Portal>
        <Base.Backdrop className={overlay.backdrop} />
        <Base.Popup className={`${overlay.dialog} ${styles.palette}`} aria-label={palette}>
          <Choices close={close} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Choices({ close }: { readonly close: () => void }) {
  const { app, shell } = useWords();
  const says = shell.palette;
  const [search, setSearch] = useState('');
  const sessions = useSessions(search);
  const now = useNow();
  const commands = useStore(commandRegistry, (state) => state.commands).filter(
    (command) => command.id !== 'go.palette' && command.when?.() !== false,
  );
  // The dialog gives the focus back when it closes; what a command focuses must come after that.
  const choose = (run: () => void): void => {
    close();
    setTimeout(run, 0);
  };
  return (
    <Palettes className={styles.list} label={app.commands.palette} loop filter={rank}>
      <div className={styles.field}>
        <Icon name="search" />
        <Palettes.Input value={search} onValueChange={setSearch} placeholder={app.commands.palette} />
      </div>
      <Palettes.List className={styles.results}>
        <Palettes.Empty className={styles.empty}>{says.none}</Palettes.Empty>
        <Palettes.Group heading={says.commands}>
          {commands.map((command) => {
            const keys = keysOf(command)[0];
            return (
              <Palettes.Item key={command.id} value={command.id} keywords={[command.title]} onSelect={() => choose(() => command.run())}>
                <Icon name={command.icon ?? 'command'} />
                <span className={styles.name}>{command.title}</span>
                {keys !== undefined && <Keys keys={keysLabel(keys)} />}
              </Palettes.Item>
            );
          })}
        </Palettes.Group>
        {sessions.length > 0 && (
          <Palettes.Group heading={says.sessions}>
            {sessions.map((row) => (
              <Palettes.Item
                key={row.id}
                value={row.id}
                keywords={[row.title, search]}
                onSelect={() => choose(() => openReplay(row.id, row))}
              >
                <Icon name={PROFILES[row.game]?.icon ?? 'play'} />
                <span className={styles.name}>{row.title}</span>
                <span className={styles.quiet}>{formatWhen(row.startedAt ?? row.importedAt, now)}</span>
              </Palettes.Item>
            ))}
          </Palettes.Group>
        )}
      </Palettes.List>
    </Palettes>
  );
}

/** The newest sessions that answer to what was typed. */
function useSessions(search: string): readonly SessionRow[] {
  const client = useEngine();
  const [rows, setRows] = useState<readonly SessionRow[]>([]);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      client
        .call('sessions.list', {
          filter: search.trim() === '' ? {} : { search: search.trim().slice(0, 400) },
          sort: 'newest',
          offset: 0,
          limit: 8,
        })
        .then(
          (answer) => wanted && setRows(answer.rows),
          () => wanted && setRows([]), // the status bar says that the engine is away
        );
    }, 80);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, search]);
  return rows;
}

/** Words that are typed, rather than letters in between: 1 begins the title, 0 is not in it. The engine's answers carry the search itself. */
function rank(_value: string, search: string, keywords: readonly string[] = []): number {
  const wanted = search.trim().toLowerCase();
  const [title = '', ...more] = keywords.map((word) => word.toLowerCase());
  if (title.startsWith(wanted)) return 1;
  if (title.includes(` ${wanted}`)) return 0.8;
  const words = wanted.split(/\s+/);
  if (words.every((word) => title.includes(word))) return 0.5;
  return more.includes(search.toLowerCase()) ? 0.3 : 0;
}
