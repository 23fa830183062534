import { Button, Radio, Skeleton } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { keys } from '../../api/keys';
import { signUps, type SignUp } from '../../api/signUps';
import { Notice } from '../../ui/Notice';
import { ClientSelect } from '../ClientSelect';
import { PageHead } from '../PageHead';
import { useChosenClient, useClients } from '../queries';
import css from './Connect.module.css';
import { Digits, isWhole, SignUpCard } from './SignUpCard';
import { useDialogue } from './useDialogue';

const isMoving = ({ state }: SignUp): boolean => state === 'open' || state === 'waiting';

/** WhatsApp's own dialogue, then the steps of parley connect, each shown when it is done. */
export function ConnectPage() {
  const [tenantId, setTenantId] = useChosenClient();
  const { data: clients = [] } = useClients();
  const client = clients.find(({ tenant_id }) => tenant_id === tenantId);
  const cache = useQueryClient();
  const { data, isPending, isError, error, refetch } = useQuery({
    queryKey: keys.signUps(tenantId),
    queryFn: () => signUps.list(tenantId),
    enabled: tenantId !== '',
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) ? 700 : 10_000),
  });
  const dialogue = useDialogue(tenantId, () => void cache.invalidateQueries({ queryKey: keys.provider }));
  return (
    <>
      <PageHead title="Connect a number" words="WhatsApp’s own dialogue asks the business for its account and its number. Everything after that is done here.">
        <ClientSelect value={tenantId} onChange={setTenantId} />
      </PageHead>
      <div className={css.page}>
        {client && client.status !== 'active' && (
          <Notice tone="amber" title={`The service for ${client.name} is ${client.status}`}>
            No number is connected for it until it is taken up again.
          </Notice>
        )}
        {client?.status === 'active' && <Begin key={tenantId} name={client.name} dialogue={dialogue} />}
        <section aria-label="Sign-ups" className={css.section}>
          <h2 className={css.title}>Sign-ups</h2>
          {isPending && tenantId !== '' && <Skeleton height={90} radius={14} />}
          {isError && !data && <Notice tone="red" title={error.message} action={{ label: 'Try again', run: () => void refetch() }} />}
          {data?.items.length === 0 && <p className={css.nothing}>None yet. Each one is kept here with how far it came, who began it, and what stopped it.</p>}
          <ul className={css.signUps}>
            {data?.items.map((each) => (
              <SignUpCard key={each.sign_up_id} tenantId={tenantId} signUp={each} />
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Begin({ name, dialogue }: { name: string; dialogue: ReturnType<typeof useDialogue> }) {
  const [where, setWhere] = useState('cloud');
  const [pin, setPin] = useState('');
  const inApp = where === 'app';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // What is secret does not stay on the screen once it is handed over.
    void dialogue.begin(inApp, inApp ? '' : pin, () => setPin(''));
  };
  return (
    <form className={css.begin} onSubmit={submit}>
      <Radio.Group label={`Which number is it that ${name} connects?`} value={where} onChange={setWhere}>
        <div className={css.choices}>
          <Radio value="cloud" label="A new number, or one without the Business App" description="It can be used by parley only." data-testid="sign-up-cloud" />
          <Radio value="app" label="A number in the WhatsApp Business App, which stays there" description="Its phone may hand over its address book and its history." data-testid="sign-up-app" />
        </div>
      </Radio.Group>
      {!inApp && (
        <Digits label="Two-step PIN" words="Six digits of the business’s choice, which it keeps: WhatsApp asks for them whenever the number is registered." value={pin} onChange={setPin} testId="sign-up-pin" />
      )}
      <div className={css.foot}>
        <Button type="submit" rightSection={<IconExternalLink size={16} aria-hidden />} disabled={dialogue.isOpen || (!inApp && !isWhole(pin))} data-testid="sign-up-begin">
          Connect a WhatsApp number
        </Button>
        {dialogue.isOpen && (
          <>
            <span className={css.soft} role="status">
              The dialogue is open in a window of its own.
            </span>
            <Button variant="subtle" size="compact-md" onClick={dialogue.show}>
              Show it
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
