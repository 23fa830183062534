import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconBuildingStore, IconDeviceMobile, IconMoon, IconPlugConnectedX, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { Notice } from '../ui/Notice';
import { useColourToggle } from '../ui/colours';
import { AccountCard } from './AccountCard';
import { useOverview } from './api';
import { FiguresCard } from './FiguresCard';
import { GroupList } from './GroupList';
import css from './Manager.module.css';
import { NumberList } from './NumberList';
import { TemplateList } from './TemplateList';
import type { Portfolio } from './types';
import { WebhookCard } from './WebhookCard';
import { moment } from './words';

const PAGE = 5;

/** The platform's side of everything: who is reviewed, rated, limited, restricted, and who appeals. */
export function ManagerPage() {
  const overview = useOverview();
  const { dark, label, toggle } = useColourToggle();
  const [shown, setShown] = useState(PAGE);
  const portfolios = overview.data?.portfolios.filter((each) => each.accounts.length > 0) ?? [];
  return (
    <div className={css.page}>
      <header className={css.bar}>
        <div className={css.brand}>
          <h1>
            parley <span>manager</span>
          </h1>
          {overview.data && <span className={css.clock}>Platform clock {moment(overview.data.now)}</span>}
        </div>
        <div className={css.tools}>
          <Button component="a" href="/phone/" variant="subtle" color="gray" size="compact-md" c="var(--bar-ink)" leftSection={<IconDeviceMobile size={17} />}>
            Phone
          </Button>
          <ActionIcon variant="transparent" c="var(--bar-ink)" size={36} onClick={toggle} aria-label={label}>
            {dark ? <IconSun size={19} /> : <IconMoon size={19} />}
          </ActionIcon>
        </div>
      </header>
      <main className={css.content}>
        <p className={css.lead}>Here you decide as WhatsApp would. Whatever you decide is told to the business by its webhook.</p>
        {overview.isPending && (
          <div className={css.waiting}>
            <Loader size="sm" aria-label="Loading" />
          </div>
        )}
        {overview.error && (
          <Notice urgent card icon={<IconPlugConnectedX />} title="The platform does not answer" action={{ label: 'Try again', run: () => void overview.refetch() }}>
            {overview.error.message}
          </Notice>
        )}
        {overview.data && portfolios.length === 0 && (
          <Notice card icon={<IconBuildingStore />} title="No business yet">
            Connect a number, and its account stands here.
          </Notice>
        )}
        {portfolios.slice(0, shown).map((portfolio) => (
          <PortfolioPart key={portfolio.business_id} portfolio={portfolio} now={overview.data?.now ?? 0} />
        ))}
        {portfolios.length > shown && (
          <Button variant="subtle" onClick={() => setShown(shown + PAGE)}>
            Show more of {portfolios.length} portfolios
          </Button>
        )}
        {overview.data && <WebhookCard webhooks={overview.data.webhooks} posts={overview.data.posts} now={overview.data.now} />}
      </main>
    </div>
  );
}

function PortfolioPart({ portfolio, now }: { portfolio: Portfolio; now: number }) {
  return (
    <div className={css.portfolio}>
      <h2 className={css.owner}>
        {portfolio.name || 'Business portfolio'} <span className={css.soft}>{portfolio.business_id}</span>
      </h2>
      {portfolio.accounts.map((account) => (
        <div key={account.waba_id} className={css.account}>
          <AccountCard account={account} portfolio={portfolio} now={now} />
          <FiguresCard wabaId={account.waba_id} />
          <section className={css.card} aria-labelledby={`numbers-${account.waba_id}`}>
            <h4 id={`numbers-${account.waba_id}`}>Numbers</h4>
            <NumberList numbers={account.numbers} now={now} />
          </section>
          {account.groups.length > 0 && (
            <section className={css.card} aria-labelledby={`groups-${account.waba_id}`}>
              <h4 id={`groups-${account.waba_id}`}>Groups</h4>
              <GroupList groups={account.groups} />
            </section>
          )}
          <section className={css.card} aria-labelledby={`templates-${account.waba_id}`}>
            <h4 id={`templates-${account.waba_id}`}>Templates</h4>
            <TemplateList templates={account.templates} wabaId={account.waba_id} now={now} />
          </section>
        </div>
      ))}
    </div>
  );
}
