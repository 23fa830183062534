import { Select } from '@mantine/core';
import { useClients } from './queries';

export function ClientSelect({ value, onChange }: { value: string; onChange: (tenantId: string) => void }) {
  const { data: clients = [] } = useClients();
  return (
    <Select
      label="Client"
      data={clients.map(({ tenant_id, name }) => ({ value: tenant_id, label: name }))}
      value={value || null}
      onChange={(tenantId) => tenantId && onChange(tenantId)}
      allowDeselect={false}
      w={220}
      data-testid="client-select"
    />
  );
}
