import { Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { serverNow } from '../api/clock';
import { keys } from '../api/keys';
import type { PriceCard, PriceMonth } from '../api/priceTypes';
import { provider } from '../api/provider';
import { Notice } from '../ui/Notice';
import { ClientSelect } from './ClientSelect';
import { PageHead } from './PageHead';
import { PriceDifferences } from './PriceDifferences';
import css from './PricesPage.module.css';
import { PriceTable } from './PriceTable';
import { PriceTotals } from './PriceTotals';
import { lastMonths, sumWord, withoutPrice } from './priceWords';
import { useChosenClient } from './queries';

/** What a Client's messages cost in a month: foretold, booked, and by WhatsApp's own word. */
export function PricesPage() {
  const [tenantId, setTenantId] = useChosenClient();
  const [parameters, setParameters] = useSearchParams();
  const months = lastMonths(new Date(serverNow()));
  const month = parameters.get('month') ?? months[0]?.value ?? '';
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: keys.prices(tenantId, month),
    queryFn: () => provider.prices(tenantId, month),
    enabled: tenantId !== '',
    refetchInterval: 30_000,
  });
  const choose = (value: string | null): void =>
    setParameters(
      (now) => {
        if (value) now.set('month', value);
        return now;
      },
      { replace: true },
    );
  return (
    <>
      <PageHead title="Messages and prices" words="What arrived, what it was foretold to cost, and what WhatsApp charges for it.">
        <ClientSelect value={tenantId} onChange={setTenantId} />
        <Select label="Month" data={months} value={month} onChange={choose} allowDeselect={false} w={190} data-testid="price-month" />
      </PageHead>
      {isPending && <Skeleton height={300} radius={14} />}
      {isError && !data && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
      {data && <Month month={data} tenantId={tenantId} />}
    </>
  );
}

function Month({ month, tenantId }: { month: PriceMonth; tenantId: string }) {
  const { delivered, reconciled, cards, complete } = month;
  const named = reconciled.same + reconciled.differing;
  return (
    <div className={css.month} data-testid="price-month-shown">
      {cards.length === 0 && (
        <Notice tone="amber" title="This Client has no rate card">
          Messages are counted, and nobody is told what they cost. Import one: <code>parley prices import FILE.csv --client NAME</code>
        </Notice>
      )}
      {cards.some((card) => card.example) && (
        <Notice tone="calm" title="The amounts come from an example card">
          Its figures are made up. Import the rates of the account to see real ones.
        </Notice>
      )}
      {!complete && <Notice tone="amber" title="There were too many messages to count all conversations" />}
      <dl className={css.figures}>
        <Figure name="Messages that arrived" value={delivered.toLocaleString('en-GB')} />
        <Figure name="Cost by message" value={sumWord(month, 'message')} more={unpriced(withoutPrice(month, 'message'))} />
        <Figure name="Cost by conversation" value={sumWord(month, 'conversation')} more={unpriced(withoutPrice(month, 'conversation'))} />
        <Figure
          name="Priced as foretold"
          value={named === 0 ? 'None yet' : `${reconciled.same.toLocaleString('en-GB')} of ${named.toLocaleString('en-GB')}`}
          more={reconciled.unreported > 0 ? `WhatsApp has said nothing of ${reconciled.unreported.toLocaleString('en-GB')}` : ''}
        />
      </dl>
      <div className={css.tables}>
        <PriceTable title="By message" words="As WhatsApp charges since July 2025." lines={month.by_message} unit="Messages" testId="prices-by-message" />
        <PriceTable title="By conversation" words="As the policy describes it: 24 hours for one price." lines={month.by_conversation} unit="Conversations" testId="prices-by-conversation" />
      </div>
      <PriceTotals tenantId={tenantId} month={month.month} />
      <PriceDifferences month={month} />
      {cards.length > 0 && <Cards cards={cards} />}
    </div>
  );
}

const unpriced = (count: number): string => (count > 0 ? `${count.toLocaleString('en-GB')} more without a price` : '');

const Figure = ({ name, value, more = '' }: { name: string; value: string; more?: string }) => (
  <div className={css.figure}>
    <dt className={css.soft}>{name}</dt>
    <dd className={css.value}>{value}</dd>
    {more && <dd className={css.soft}>{more}</dd>}
  </div>
);

const Cards = ({ cards }: { cards: PriceCard[] }) => (
  <section className={css.section} aria-label="Rate cards">
    <h2 className={css.title}>Rate cards</h2>
    <ul className={css.cards}>
      {cards.map((card) => (
        <li key={`${card.name} ${card.model} ${card.valid_from}`}>
          <strong>
            {card.currency} from {new Date(card.valid_from).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}
          </strong>
          , by {card.model}, {card.name}
          {card.example && ' (example)'}
        </li>
      ))}
    </ul>
  </section>
);
