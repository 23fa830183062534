import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { CasesPanel } from '../cases/CasesPanel';
import { SourceContext, providerCases } from '../cases/source';
import { useMe } from '../session/session';
import css from './CasesPage.module.css';
import { PageHead } from './PageHead';
import { useClients } from './queries';

/** What waits for a person, of all Clients and of the provider itself. */
export function CasesPage() {
  const me = useMe();
  const { '*': path = '' } = useParams();
  const [tenant_id, case_id] = path.split('/');
  const [parameters, setParameters] = useSearchParams();
  const tenantId = parameters.get('client') ?? '';
  const source = useMemo(() => providerCases(tenantId), [tenantId]);
  const { data: clients = [] } = useClients();
  const names = new Map([[me.tenant.tenant_id, me.tenant.name], ...clients.map((each) => [each.tenant_id, each.name] as const)]);
  const choose = (value: string | null): void =>
    setParameters(
      (now) => {
        if (value) now.set('client', value);
        else now.delete('client');
        return now;
      },
      { replace: true },
    );
  return (
    <div className={css.page}>
      <PageHead title="Cases" words="What only a person may decide. Yours are the second looks, and what nobody decided in time.">
        <Select
          label="Client"
          placeholder="All"
          data={clients.map((each) => ({ value: each.tenant_id, label: each.name }))}
          value={tenantId || null}
          onChange={choose}
          clearable
          w={220}
        />
      </PageHead>
      <SourceContext value={source}>
        <div className={css.frame}>
          <CasesPanel chosen={tenant_id && case_id ? { tenant_id, case_id } : null} clientName={(id) => names.get(id) ?? ''} />
        </div>
      </SourceContext>
    </div>
  );
}
