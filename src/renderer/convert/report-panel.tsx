/** What came of one conversion: frames and bytes in and out, and what the new file could not hold. */
import type { FileConversion } from '../../shared/engine-api.ts';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { notify } from '../ui/notices.tsx';
import { useWords, words } from '../words/words.ts';
import type { ConvertItem } from './convert-item.ts';
import { ratioWords, reportText, warningWords } from './convert-words.ts';
import styles from './convert.module.css';

export function ReportPanel({ item, report }: { readonly item: ConvertItem; readonly report: FileConversion }) {
  const says = useWords().convert.report;
  return (
    <section className={styles.report} aria-label={says.of(item.name)}>
      <div className={styles.reportHead}>
        <h2>{says.title}</h2>
        <span className={styles.about} title={report.name}>
          {report.name}
        </span>
        <Button icon="copy" size="small" kind="plain" onClick={() => void copyReport(item)}>
          {says.copy}
        </Button>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{says.what}</th>
            <th scope="col">{says.in}</th>
            <th scope="col">{says.out}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{says.frames}</th>
            <td>{formatCount(report.framesIn)}</td>
            <td>{formatCount(report.framesOut)}</td>
          </tr>
          <tr>
            <th scope="row">{says.bytes}</th>
            <td>{formatCount(report.bytesIn)}</td>
            <td>{formatCount(report.bytesOut)}</td>
          </tr>
        </tbody>
      </table>
      <p className={styles.ratio}>{says.size(ratioWords(report))}</p>
      {report.warnings.length === 0 ? (
        <p className={styles.note}>
          <Icon name="check" size={14} />
          {says.kept}
        </p>
      ) : (
        <ul className={styles.warnings} aria-label={says.warnings}>
          {report.warnings.map((warning) => (
            <li key={warning.code} className={styles.note} data-warning="true">
              <Icon name="triangle-alert" size={14} />
              <span>{warningWords(warning)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export async function copyReport(item: ConvertItem): Promise<void> {
  await navigator.clipboard.writeText(reportText(item)).then(
    () => notify({ text: words().convert.report.copied(item.name) }),
    () => notify({ text: words().convert.report.notCopied, failed: true }),
  );
}
