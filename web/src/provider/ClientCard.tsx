import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconExternalLink, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { provider } from '../api/provider';
import type { Client } from '../api/types';
import { Avatar } from '../ui/Avatar';
import { countryName, sentenceCase } from '../ui/words';
import css from './ClientCard.module.css';
import { NumberLine } from './NumberLine';
import { useAct } from './queries';
import { troublesOf } from './standing';
import { SuspendDialog } from './SuspendDialog';
import { VerdictBar } from './VerdictBar';

/** One business: what needs a look, who is there, what the gate decided, and the levers. */
export function ClientCard({ client }: { client: Client }) {
  const [asking, setAsking] = useState(false);
  const lift = useAct(`${client.name} may send again.`);
  const troubles = troublesOf(client);
  const suspended = client.status === 'suspended';
  return (
    <article className={css.card} data-status={client.status} data-testid="client-card">
      <header className={css.head}>
        <Avatar name={client.name} size={44} />
        <div className={css.who}>
          <h2 className={css.name}>
            {client.name}
            <span className={css.status} data-status={client.status}>
              {sentenceCase(client.status)}
            </span>
          </h2>
          <p className={css.soft}>
            {[client.legal_name, countryName(client.country), client.timezone].filter(Boolean).join(' · ')}
            {client.privacy_url && (
              <>
                {' · '}
                <a href={client.privacy_url} target="_blank" rel="noopener noreferrer" className={css.link}>
                  Privacy <IconExternalLink size={12} aria-hidden />
                </a>
              </>
            )}
          </p>
        </div>
        {client.status !== 'terminated' &&
          (suspended ? (
            <Button variant="default" onClick={() => lift.mutate(() => provider.lift(client.tenant_id))} loading={lift.isPending} data-testid="client-lift">
              Lift the suspension
            </Button>
          ) : (
            <Button variant="subtle" color="red" onClick={() => setAsking(true)} data-testid="client-suspend">
              Suspend
            </Button>
          ))}
      </header>
      <ul className={css.troubles}>
        {troubles.length === 0 && (
          <li data-tone="green">
            <IconCircleCheck size={16} aria-hidden /> In good standing
          </li>
        )}
        {troubles.map(({ tone, words }) => (
          <li key={words} data-tone={tone}>
            {tone === 'red' ? <IconShieldX size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />} {words}
          </li>
        ))}
      </ul>
      <div className={css.columns}>
        <section>
          <h3 className={css.title}>Now</h3>
          <dl className={css.figures}>
            <Figure value={client.open_conversations} name="open" />
            <Figure value={client.waiting_conversations} name="waiting" />
            <Figure value={`${client.agents_online} / ${client.agents}`} name="agents online" />
            <Figure value={client.quarantined} name="quarantined" to={`/provider/quarantine?client=${client.tenant_id}`} />
          </dl>
        </section>
        <section>
          <h3 className={css.title}>Decisions in 24 hours</h3>
          <VerdictBar counts={client.decisions_24h} hrefOf={(verdict) => `/provider/decisions?client=${client.tenant_id}&verdict=${verdict}`} />
        </section>
        <section>
          <h3 className={css.title}>Bot and templates</h3>
          <p>
            {client.bot.published_at ? `Published, ${client.bot.intents} intents` : 'No bot published'}
            {client.bot.paths.length > 0 && <span className={css.softBlock}>Ways to a person: {client.bot.paths.map((path) => (path === 'email' ? 'e-mail' : path.replaceAll('_', ' '))).join(', ')}</span>}
          </p>
          <p className={css.softBlock}>
            {client.templates.filter(({ status }) => status.toUpperCase() === 'APPROVED').length} of {client.templates.length} templates approved
          </p>
        </section>
      </div>
      <section className={css.numbers}>
        <div className={css.numbersHead}>
          <h3 className={css.title}>Numbers</h3>
          {client.status === 'active' && (
            <Button component={Link} to={`/provider/connect?client=${client.tenant_id}`} size="compact-md" variant="default" data-testid="connect-number">
              Connect a number
            </Button>
          )}
        </div>
        {client.numbers.map((number) => (
          <NumberLine key={number.number_id} tenantId={client.tenant_id} number={number} />
        ))}
        {client.numbers.length === 0 && <p className={css.soft}>None connected.</p>}
      </section>
      <SuspendDialog client={client} opened={asking} onClose={() => setAsking(false)} />
    </article>
  );
}

function Figure({ value, name, to }: { value: number | string; name: string; to?: string }) {
  const shown = typeof value === 'number' ? value.toLocaleString('en-GB') : value;
  return (
    <div className={css.figure}>
      <dt>{name}</dt>
      <dd>{to && value !== 0 ? <Link to={to}>{shown}</Link> : shown}</dd>
    </div>
  );
}
