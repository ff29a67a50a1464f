/** The keys of everything that can be done here, by group. */
import { useStore } from 'zustand';
import { Dialog } from '../ui/dialog.tsx';
import { Keys } from '../ui/keys.tsx';
import { useWords } from '../words/words.ts';
import { appStore } from './app-store.ts';
import { commandRegistry, keysLabel, keysOf, type Command } from './commands.ts';
import styles from './shell.module.css';

export function Help() {
  const { shell } = useWords();
  const open = useStore(appStore, (state) => state.helpOpen);
  const commands = useStore(commandRegistry, (state) => state.commands);
  const groups = open ? [...Map.groupBy(firstOfEach(commands), (command) => groupOf(command, shell.groups))].toReversed() : [];
  return (
    <Dialog title={shell.help} width={680} open={open} onClose={() => appStore.setState({ helpOpen: false })}>
      <div className={styles.keyGroups}>
        {groups.map(([group, members]) => (
          <section key={group} className={styles.keyGroup}>
            <h3>{group}</h3>
            {members.map((command) => (
              <div key={command.id} className={styles.keyRow}>
                <span>{command.title}</span>
                <Keys keys={keysLabel(keysOf(command)[0] ?? '')} />
              </div>
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function firstOfEach(commands: readonly Command[]): Command[] {
  const seen = new Set<string>();
  return commands.filter((command) => keysOf(command).length > 0 && !seen.has(command.id) && seen.add(command.id));
}

/** "playback.toggle" -> "Playback" */
function groupOf({ id }: Command, groups: Readonly<Record<string, string>>): string {
  const [group = ''] = id.split('.');
  return groups[group] ?? group;
}
