/** One file of the batch: what it is, what it becomes, how far it is, and what can be done with it. */
import { memo } from 'react';
import { Button } from '../ui/button.tsx';
import { formatBytes, formatClock, formatPercent } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Progress } from '../ui/progress.tsx';
import { Select } from '../ui/select.tsx';
import { useWords } from '../words/words.ts';
import { useConversionActions } from './conversions.ts';
import { isRunning, targetOf, type ConvertItem } from './convert-item.ts';
import { aboutWords, ratioWords, warningCount } from './convert-words.ts';
import styles from './convert.module.css';

export interface ConvertRowProps {
  readonly item: ConvertItem;
  readonly index: number;
  /** px from the top of the list. */
  readonly top: number;
  readonly current: boolean;
  readonly onCurrent: (key: number) => void;
}

export const ConvertRow = memo(function ConvertRow({ item, index, top, current, onCurrent }: ConvertRowProps) {
  const says = useWords().convert.row;
  const bad = item.state === 'refused' || item.state === 'failed';
  const icon = bad ? 'file-question-mark' : item.state === 'done' ? 'check' : 'file-archive';
  return (
    <div
      id={`convert-${item.key}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={current}
      className={styles.row}
      data-state={item.state}
      data-testid="convert-row"
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onCurrent(item.key)}
    >
      <div role="gridcell" className={styles.file}>
        <span className={styles.fileIcon}>
          <Icon name={icon} />
        </span>
        <span className={styles.fileName} title={item.name}>
          {item.name}
        </span>
        <span className={bad ? styles.bad : styles.about} title={aboutWords(item)}>
          {item.state === 'looking' ? says.looking : aboutWords(item)}
        </span>
      </div>
      <div role="gridcell">
        <Becomes item={item} current={current} />
      </div>
      <div role="gridcell" className={styles.progress}>
        <State item={item} />
      </div>
      <div role="gridcell" className={styles.actions}>
        <Actions item={item} current={current} />
      </div>
    </div>
  );
});

/** Only the current row's buttons are stops of the Tab key. */
function tabStop(current: boolean): 0 | -1 {
  return current ? 0 : -1;
}

function Becomes({ item, current }: { readonly item: ConvertItem; readonly current: boolean }) {
  const conversions = useConversionActions();
  const says = useWords().convert.row;
  const target = targetOf(item);
  if (target === null || item.about === null) return null;
  if (item.state !== 'ready' && item.state !== 'failed') return <span className={styles.becomes}>{target.extension}</span>;
  return (
    <Select
      label={says.becomes(item.name)}
      value={item.to}
      tabIndex={tabStop(current)}
      options={item.about.targets.map(({ id, extension }) => ({ id, label: says.to(extension) }))}
      onChoose={(id) => conversions.setTarget(item.key, id)}
    />
  );
}

function State({ item }: { readonly item: ConvertItem }) {
  const says = useWords().convert.row;
  const { state, report, bytesDone, bytesTotal, rate, left, step } = item;
  if (state === 'done' && report !== null) {
    const warnings = warningCount(report);
    return (
      <>
        <span className={styles.outcome}>
          {formatBytes(report.bytesOut)}, {ratioWords(report)}
        </span>
        {warnings !== '' && (
          <span className={styles.warned}>
            <Icon name="triangle-alert" size={14} />
            {warnings}
          </span>
        )}
      </>
    );
  }
  if (!isRunning(item)) return null;
  if (state === 'waiting') return <span className={styles.about}>{says.waiting}</span>;
  const share = bytesTotal > 0 ? Math.min(1, bytesDone / bytesTotal) : null;
  const writing = share === 1;
  return (
    <>
      <span className={styles.pace}>
        <span>{share === null || writing ? step : formatPercent(share)}</span>
        {rate !== null && !writing && (
          <span className={styles.about}>
            {left === null ? says.pace(formatBytes(rate)) : says.paceLeft(formatBytes(rate), formatClock(Math.max(1000, left)))}
          </span>
        )}
      </span>
      <Progress label={`${item.name}: ${step}`} share={share} />
    </>
  );
}

function Actions({ item, current }: { readonly item: ConvertItem; readonly current: boolean }) {
  const conversions = useConversionActions();
  const says = useWords().convert.row;
  const { key, name, state } = item;
  const tabIndex = tabStop(current);
  if (isRunning(item)) {
    return (
      <Button size="small" kind="plain" tabIndex={tabIndex} aria-label={says.cancelOf(name)} onClick={() => conversions.cancel(key)}>
        {says.cancel}
      </Button>
    );
  }
  return (
    <>
      {state === 'done' && (
        <Button size="small" kind="plain" tabIndex={tabIndex} aria-label={says.openOf(name)} onClick={() => conversions.open(key)}>
          {says.open}
        </Button>
      )}
      {(state === 'failed' || state === 'refused') && (
        <Button size="small" kind="plain" tabIndex={tabIndex} aria-label={says.againOf(name)} onClick={() => void conversions.retry(key)}>
          {says.again}
        </Button>
      )}
      {/* No tooltip: there is one of it in every row. */}
      <Button
        size="small"
        kind="plain"
        data-icon=""
        tabIndex={tabIndex}
        aria-label={says.remove(name)}
        onClick={(event) => {
          event.stopPropagation(); // the row is gone, and cannot become current
          conversions.remove(key);
        }}
      >
        <Icon name="x" size={14} />
      </Button>
    </>
  );
}
