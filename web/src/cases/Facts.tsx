import { serverNow } from '../api/clock';
import type { CaseDetail } from '../api/caseTypes';
import { fullTime, whenAndTime } from '../ui/times';
import { sentenceCase } from '../ui/words';
import { verdictWord } from '../provider/verdicts';
import css from './Facts.module.css';

/** What was known when it was opened, and what was decided on the message before: folded until one asks. */
export function Facts({ found }: { found: CaseDetail }) {
  const known = Object.entries(found.facts).filter(([name]) => name !== 'lists');
  return (
    <>
      {found.verdicts.length > 0 && (
        <details className={css.details} open={found.kind === 'report'}>
          <summary>Decisions on this message ({found.verdicts.length})</summary>
          <ul className={css.list}>
            {found.verdicts.map(({ seq, at, verdict, findings }) => (
              <li key={seq}>
                <span className={css.soft}>{whenAndTime(at, serverNow())}</span> {verdictWord(verdict)}
                {findings[0]?.sentence && `: ${findings[0].sentence}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className={css.details} open={found.kind === 'enforcement'}>
        <summary>{found.kind === 'enforcement' ? 'What led to it' : 'What was known'}</summary>
        <dl className={css.facts}>
          {known.map(([name, value]) => (
            <div key={name}>
              <dt>{sentenceCase(name)}</dt>
              <dd>{plain(value)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(plain).join(', ') || 'none';
  if (typeof value === 'object') return Object.entries(value).map(([name, each]) => `${name.replaceAll('_', ' ')}: ${plain(each)}`).join(', ') || 'none';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return fullTime(value);
  return String(value).replaceAll('_', ' ');
}
