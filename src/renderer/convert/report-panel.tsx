/** What came of one conversion: frames and bytes in and out, and what the new file could not hold. */
import type { FileConversion } from '../../shared/engine-api.ts';
import { Button } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { notify } from '../ui/notices.tsx';
import type { ConvertItem } from './convert-item.ts';
import { ratioWords, reportText, warningWords } from './convert-words.ts';
import styles from './convert.module.css';

export function ReportPanel({ item, report }: { readonly item: ConvertItem; readonly report: FileConversion }) {
  return (
    <section className={styles.report} aria-label={`Report of ${item.name}`}>
      <div className={styles.reportHead}>
        <h2>Report</h2>
        <span className={styles.about} title={report.name}>
          {report.name}
        </span>
        <Button icon="copy" size="small" kind="plain" onClick={() => void copyReport(item)}>
          Copy
        </Button>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Counted</th>
            <th scope="col">In</th>
            <th scope="col">Out</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Frames</th>
            <td>{formatCount(report.framesIn)}</td>
            <td>{formatCount(report.framesOut)}</td>
          </tr>
          <tr>
            <th scope="row">Bytes</th>
            <td>{formatCount(report.bytesIn)}</td>
            <td>{formatCount(report.bytesOut)}</td>
          </tr>
        </tbody>
      </table>
      <p className={styles.ratio}>The new file is {ratioWords(report)}.</p>
      {report.warnings.length === 0 ? (
        <p className={styles.note}>
          <Icon name="check" size={14} />
          Everything was kept.
        </p>
      ) : (
        <ul className={styles.warnings} aria-label="Warnings">
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
    () => notify({ text: `Copied the report of ${item.name}.` }),
    () => notify({ text: 'The clipboard is not to be had here; the report was not copied.', failed: true }),
  );
}
