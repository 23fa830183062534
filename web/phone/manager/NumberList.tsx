import { lasts } from '../text/lasts';
import type { PhoneNumber } from './types';
import { Badge } from './Badge';
import { Decide, type Group } from './Decide';
import css from './Manager.module.css';
import { QualityNote } from './QualityNote';
import { plain } from './words';

// The platform tells of a quality by an event, and of yellow by none.
const QUALITIES = [['GREEN', 'UNFLAGGED'], ['YELLOW', ''], ['RED', 'FLAGGED']] as const;

function groupsOf(number: PhoneNumber): Group[] {
  const at = (noun: string): string => `/numbers/${number.phone_number_id}/${noun}`;
  const named = number.requested_name ? { requested: number.requested_name } : {};
  return [
    {
      label: 'Quality, as customers rate it',
      choices: QUALITIES.map(([rating, event]) => ({ label: plain(rating), path: at('quality'), body: { rating, event } })),
    },
    {
      label: number.requested_name ? `The name “${number.requested_name}”` : 'The display name',
      choices: [
        { label: 'Approve', path: at('name'), body: { decision: 'APPROVED', ...named } },
        { label: 'Reject', path: at('name'), body: { decision: 'REJECTED', ...named }, grave: true },
      ],
    },
    { label: 'Throughput', choices: [{ label: 'Upgrade to 1,000 a second', path: at('throughput'), body: {} }] },
    {
      label: 'Business App',
      choices: [
        { label: number.in_business_app ? 'Leave the Business App' : 'Use it in the Business App too', path: at('coexistence'), body: { on: !number.in_business_app } },
      ],
    },
  ];
}

/** The numbers of an account, each with how it does. */
export function NumberList({ numbers, now }: { numbers: PhoneNumber[]; now: number }) {
  if (numbers.length === 0) return <p className={css.empty}>This account has no number.</p>;
  return (
    <ul className={css.rows}>
      {numbers.map((number) => (
        <li key={number.phone_number_id} className={css.row} data-testid={`number-${number.phone_number_id}`}>
          <div className={css.main}>
            <strong>{number.verified_name}</strong>
            <span className={css.soft}>{number.display_phone_number}</span>
            {number.requested_name && <span className={css.soft}>Wants to be called “{number.requested_name}”</span>}
            {number.review_until !== null && <span className={css.soft}>The name is decided on in {lasts(number.review_until - now)}</span>}
          </div>
          <div className={css.badges}>
            <Badge word={number.quality} said={`Quality ${plain(number.quality).toLowerCase()}`} />
            <Badge word={number.status} />
            {number.name_status !== 'APPROVED' && <Badge word={number.name_status} said={`Name ${plain(number.name_status).toLowerCase()}`} />}
            {number.can_send !== 'AVAILABLE' && <Badge word={number.can_send} said={number.can_send === 'BLOCKED' ? 'May not send' : 'May send some'} />}
            {number.in_business_app && <Badge word="COEXISTENCE" said="In the Business App" />}
          </div>
          <p className={css.counts}>
            {number.sent.accepted + number.sent.sent + number.sent.delivered + number.sent.read} sent, {number.sent.read} of them read, {number.sent.failed} failed
            {' · '}
            {number.throughput === 'HIGH' ? '1,000 a second' : '80 a second'}
          </p>
          <QualityNote week={number.week} />
          <Decide label="Decide" about={number.verified_name} groups={groupsOf(number)} />
        </li>
      ))}
    </ul>
  );
}
