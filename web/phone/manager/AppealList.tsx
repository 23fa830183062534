import type { Account, Appeal } from './types';
import { Badge } from './Badge';
import css from './Manager.module.css';
import { moment } from './words';

/** What the business said for itself, and what was answered; the newest first. */
export function AppealList({ account }: { account: Account }) {
  const { appeal, appeals } = account;
  if (!appeal && appeals.length === 0) return null;
  return (
    <ul className={css.appeals} aria-label="Appeals">
      {appeal && (
        <li>
          <Words appeal={appeal} />
          <p className={css.soft}>The answer comes on {moment(appeal.at)}.</p>
        </li>
      )}
      {appeals.map((each) => (
        <li key={each.asked_at}>
          <Words appeal={each} />
          <p className={css.answer}>
            <Badge word={each.granted ? 'GRANTED' : 'REFUSED'} tone={each.granted ? 'good' : 'bad'} /> {each.answer} <span className={css.soft}>{moment(each.at)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Words({ appeal }: { appeal: Appeal }) {
  return (
    <>
      <span className={css.soft}>Appeal of {moment(appeal.asked_at)}</span>
      {appeal.words ? <blockquote dir="auto">{appeal.words}</blockquote> : <p className={css.soft}>Without words.</p>}
    </>
  );
}
