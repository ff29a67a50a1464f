/** Convert: files in, what each becomes, a batch with progress, and a report of each. */
import { useState } from 'react';
import { useCommands } from '../app/commands.ts';
import { desktop } from '../app/desktop.ts';
import { useDropTarget } from '../app/drop-zone.tsx';
import { useStatus } from '../app/status-bar.tsx';
import { Button } from '../ui/button.tsx';
import { formatCountOf, formatPercent } from '../ui/format.ts';
import { Menu } from '../ui/menu.tsx';
import { Progress } from '../ui/progress.tsx';
import { useWords, type Words } from '../words/words.ts';
import { useConversionActions, useConversions } from './conversions.ts';
import { ConvertEmpty } from './convert-empty.tsx';
import { isEnded, isRunning, targetOf, type ConvertItem } from './convert-item.ts';
import { ConvertList } from './convert-list.tsx';
import { batchShare, batchWords, commonTargets, nextTarget } from './convert-words.ts';
import { copyReport, ReportPanel } from './report-panel.tsx';
import styles from './convert.module.css';

export function ConvertPage() {
  const conversions = useConversionActions();
  const { app, convert: says } = useWords();
  const items = useConversions((state) => state.items);
  const folder = useConversions((state) => state.folder);
  const [chosen, setChosen] = useState<number | null>(null);
  const current = items.find(({ key }) => key === chosen) ?? items[0];
  const ready = items.filter(({ state }) => state === 'ready').length;
  const running = items.some(isRunning);
  const share = batchShare(items);
  const choose = (): void => void conversions.choose();

  useStatus([says.status]);
  useDropTarget({
    ...says.drop,
    take: (transfer) => conversions.addDrop(transfer),
  });
  useConvertCommands(current, setChosen);

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1>{app.places.convert}</h1>
        <p>{says.about}</p>
        <span className={styles.spring} />
        {items.length > 0 && (
          <Button icon="folder-open" onClick={choose}>
            {says.chooseFiles}
          </Button>
        )}
        {ready > 0 && (
          <Button kind="primary" onClick={() => void conversions.start()}>
            {startLabel(ready, says)}
          </Button>
        )}
        {ready === 0 && running && (
          <Button kind="outline" onClick={() => conversions.cancelAll()}>
            {says.cancelAll}
          </Button>
        )}
      </header>
      {items.length === 0 ? (
        <ConvertEmpty onChoose={choose} />
      ) : (
        <>
          <div className={styles.bar}>
            <h2>{formatCountOf(items.length, says.file, says.files)}</h2>
            <span className={styles.about} role="status">
              {batchWords(items)}
            </span>
            {share !== null && <span className={styles.share}>{formatPercent(share)}</span>}
            <span className={styles.spring} />
            <AllBecome items={items} />
            {desktop !== null && (
              <Button size="small" kind="outline" icon="folder-open" onClick={() => void conversions.chooseFolder()}>
                {folder === null ? says.chooseFolder : says.into(folder.name)}
              </Button>
            )}
            {items.some(isEnded) && (
              <Button size="small" kind="plain" onClick={() => conversions.clearEnded()}>
                {says.clearEnded}
              </Button>
            )}
          </div>
          <div className={styles.batch}>{share !== null && <Progress label={says.allFiles} share={share} />}</div>
          <div className={styles.body} data-report={current?.report !== null}>
            <ConvertList items={items} current={current?.key ?? null} onCurrent={setChosen} />
            {current !== undefined && current.report !== null && <ReportPanel item={current} report={current.report} />}
          </div>
        </>
      )}
    </div>
  );
}

function startLabel(ready: number, says: Words['convert']): string {
  return says.start(formatCountOf(ready, says.file, says.files));
}

function AllBecome({ items }: { readonly items: readonly ConvertItem[] }) {
  const conversions = useConversionActions();
  const says = useWords().convert;
  const targets = commonTargets(items);
  if (targets.length === 0) return null;
  return (
    <Menu
      label={says.allBecome}
      kind="plain"
      align="end"
      items={targets.map(({ id, extension, files }) => ({
        id,
        label: extension,
        hint: formatCountOf(files, says.file, says.files),
        run: () => conversions.setAllTargets(id),
      }))}
    />
  );
}

/** Everything that can be done here by key, palette and help; `current` is the row that it is done to. */
function useConvertCommands(current: ConvertItem | undefined, onCurrent: (key: number) => void): void {
  const conversions = useConversionActions();
  const { getState } = conversions.store;
  const says = useWords().convert;
  const { commands } = says;
  const ready = useConversions((state) => state.items.filter((item) => item.state === 'ready').length);
  const withCurrent = (run: (item: ConvertItem) => void) => (): void => {
    if (current !== undefined) run(current);
  };
  const turn = (step: 1 | -1) => withCurrent((item) => conversions.setTarget(item.key, nextTarget(item, step)));
  const canTurn = (): boolean => current !== undefined && (current.state === 'ready' || current.state === 'failed');
  useCommands([
    { id: 'convert.choose', title: commands.choose, icon: 'folder-open', keys: '$mod+o', run: () => void conversions.choose() },
    {
      id: 'convert.start',
      title: startLabel(ready, says),
      icon: 'arrow-left-right',
      keys: '$mod+Enter',
      run: () => void conversions.start(),
      when: () => ready > 0,
    },
    { id: 'convert.next', title: commands.next, icon: 'chevron-right', keys: 't', run: turn(1), when: canTurn },
    { id: 'convert.before', title: commands.before, icon: 'chevron-left', keys: 'Shift+t', run: turn(-1), when: canTurn },
    {
      id: 'convert.all',
      title: commands.all,
      icon: 'layers',
      keys: 'a',
      run: withCurrent((item) => conversions.setAllTargets(item.to)),
      when: () => current !== undefined && targetOf(current) !== null,
    },
    {
      id: 'convert.cancel',
      title: commands.cancel,
      icon: 'x',
      keys: 'Escape',
      run: withCurrent((item) => conversions.cancel(item.key)),
      when: () => current !== undefined && isRunning(current),
    },
    {
      id: 'convert.cancelAll',
      title: commands.cancelAll,
      icon: 'x',
      keys: 'Shift+Escape',
      run: () => conversions.cancelAll(),
      when: () => getState().items.some(isRunning),
    },
    {
      id: 'convert.retry',
      title: commands.retry,
      icon: 'rotate-ccw',
      keys: 'r',
      run: withCurrent((item) => void conversions.retry(item.key)),
      when: () => current !== undefined && isEnded(current),
    },
    {
      id: 'convert.open',
      title: commands.open,
      icon: 'play',
      keys: 'Enter',
      run: withCurrent((item) => conversions.open(item.key)),
      when: () => current !== undefined && current.about !== null && !isRunning(current),
    },
    {
      id: 'convert.copy',
      title: commands.copy,
      icon: 'copy',
      keys: 'c',
      run: withCurrent((item) => void copyReport(item)),
      when: () => current !== undefined && current.report !== null,
    },
    {
      id: 'convert.remove',
      title: commands.remove,
      icon: 'x',
      keys: 'Delete',
      run: withCurrent(({ key }) => {
        const { items } = getState();
        const at = items.findIndex((item) => item.key === key);
        const next = items[at + 1] ?? items[at - 1];
        conversions.remove(key);
        if (next !== undefined) onCurrent(next.key);
      }),
      when: () => current !== undefined,
    },
    {
      id: 'convert.clear',
      title: says.clearEnded,
      icon: 'trash-2',
      keys: 'Shift+Delete',
      run: () => conversions.clearEnded(),
      when: () => getState().items.some(isEnded),
    },
    ...(desktop === null
      ? []
      : [
          {
            id: 'convert.folder',
            title: says.chooseFolder,
            icon: 'folder-open',
            keys: 'f',
            run: () => void conversions.chooseFolder(),
          },
        ]),
  ]);
}
