import { lasts } from '../text/lasts';
import type { Account, Portfolio } from './types';
import { AppealButton } from './AppealButton';
import { AppealList } from './AppealList';
import { Badge } from './Badge';
import { Decide, type Group } from './Decide';
import css from './Manager.module.css';
import { moment, plain } from './words';

const VIOLATIONS = ['SCAM', 'SPAM', 'ADULT', 'ALCOHOL', 'DRUGS', 'GAMBLING', 'MEDICAL_HEALTHCARE'];
const LIMITS = ['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED'];

function groupsOf({ waba_id: id }: Account, portfolio: Portfolio): Group[] {
  const at = (noun: string): string => `/accounts/${id}/${noun}`;
  return [
    { label: 'A violation', choices: VIOLATIONS.map((type) => ({ label: plain(type), path: at('violation'), body: { type } })) },
    {
      label: 'Restriction and ban',
      choices: [
        { label: 'Restrict for 3 days', path: at('restriction'), body: { days: 3 } },
        { label: 'Lift all restrictions', path: at('restriction'), body: { lift: true } },
        { label: 'Ban the account', path: at('ban'), body: {}, grave: true },
        { label: 'Reinstate', path: at('reinstatement'), body: {} },
      ],
    },
    {
      label: 'Messaging limit of the portfolio',
      choices: LIMITS.map((limit) => ({ label: plain(limit), path: '/portfolios', body: { waba_ids: [id], business_id: portfolio.business_id, limit } })),
    },
    {
      label: 'Review and payment',
      choices: [
        { label: 'Review: approved', path: at('review'), body: { decision: 'APPROVED' } },
        { label: 'Review: rejected', path: at('review'), body: { decision: 'REJECTED' }, grave: true },
        { label: 'A payment fails', path: at('payment'), body: { problem: true } },
        { label: 'The payment is settled', path: at('payment'), body: { problem: false } },
      ],
    },
  ];
}

/** How an account stands, and what the platform does about it. */
export function AccountCard({ account, portfolio, now }: { account: Account; portfolio: Portfolio; now: number }) {
  const banned = account.ban_state === 'DISABLE';
  const struck = banned || account.restrictions.length > 0;
  return (
    <section className={css.card} aria-labelledby={`account-${account.waba_id}`}>
      <header className={css.head}>
        <div className={css.title}>
          <h3 id={`account-${account.waba_id}`}>{account.name || 'Business account'}</h3>
          <span className={css.soft}>{account.waba_id}</span>
        </div>
        <div className={css.actions}>
          {struck && !account.appeal && <AppealButton wabaId={account.waba_id} />}
          <Decide label="Decide" about={`account ${account.waba_id}`} groups={groupsOf(account, portfolio)} />
        </div>
      </header>
      <dl className={css.facts}>
        <Fact name="Standing">
          {banned ? <Badge word="BANNED" /> : account.restrictions.length > 0 ? <Badge word="RESTRICTED" /> : <Badge word="ACTIVE" said="In good standing" />}
        </Fact>
        <Fact name="Account review"><Badge word={account.review} /></Fact>
        <Fact name="Messaging limit">{plain(portfolio.limit)}</Fact>
        <Fact name="Violations">{account.violations || 'None'}</Fact>
        <Fact name="Payment">{account.payment_problem ? <Badge word="FAILED" tone="bad" /> : 'Settled'}</Fact>
        <Fact name="Appeal">{account.appeal ? `Answer in ${lasts(account.appeal.at - now)}` : 'None'}</Fact>
      </dl>
      <AppealList account={account} />
      {account.restrictions.length > 0 && (
        <ul className={css.list}>
          {account.restrictions.map((each) => (
            <li key={each.restriction_type}>
              {plain(each.restriction_type)} <span className={css.soft}>{each.expiration ? `until ${moment(each.expiration)}` : 'until it is lifted'}</span>
            </li>
          ))}
        </ul>
      )}
      {account.newest_violations.length > 0 && (
        <ul className={css.list} aria-label="Violations">
          {account.newest_violations.map((each, at) => (
            <li key={account.violations - at}>
              Violation: {plain(each.type).toLowerCase()} <span className={css.soft}>{moment(each.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
