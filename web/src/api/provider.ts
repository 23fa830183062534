import { del, get, post, query } from './http';
import type { PriceMonth, PriceTotals } from './priceTypes';
import type { Chain, Client, Coverage, LoggedDecision, PlatformNotice, Quarantined, Rulebook } from './types';
import type { PolicyChoices, PolicyVersions, Standing } from './versionTypes';

const ofClient = (tenantId: string): string => `/provider/clients/${tenantId}`;

/** What the provider of the service may ask. No answer holds the text of a message. */
export const provider = {
  clients: () => get<{ items: Client[] }>('/provider/clients'),
  decisions: (tenantId: string, filter: { verdict: string; clause: string }, before: number | null) =>
    get<{ items: LoggedDecision[]; next_before: number | null }>(
      `/provider/decisions${query({ tenant_id: tenantId, ...filter, before, limit: 50 })}`,
    ),
  chain: (tenantId: string) => get<Chain>(`/provider/chain${query({ tenant_id: tenantId })}`),
  rulebook: () => get<Rulebook>('/provider/rulebook'),
  coverage: () => get<Coverage>('/provider/coverage'),
  versions: () => get<PolicyVersions>('/provider/versions'),
  standing: (tenantId: string) => get<Standing>(`/provider/standing${query({ tenant_id: tenantId })}`),
  choices: (tenantId: string) => get<PolicyChoices>(`/provider/choices${query({ tenant_id: tenantId })}`),
  choose: (tenantId: string, version: string, reason: string) => post<unknown>(`${ofClient(tenantId)}/choices`, { version, reason }),
  approveChoice: (tenantId: string, choiceId: string) => post<void>(`${ofClient(tenantId)}/choices/${choiceId}/approval`),
  withdrawChoice: (tenantId: string, choiceId: string) => del<void>(`${ofClient(tenantId)}/choices/${choiceId}`),
  quarantine: (tenantId: string, before: number | null) =>
    get<{ items: Quarantined[]; next_before: number | null }>(
      `/provider/quarantine${query({ tenant_id: tenantId, before, limit: 50 })}`,
    ),
  prices: (tenantId: string, month: string) => get<PriceMonth>(`/provider/prices${query({ tenant_id: tenantId, month })}`),
  priceTotals: (tenantId: string, month: string) => get<PriceTotals>(`/provider/price-totals${query({ tenant_id: tenantId, month })}`),
  notices: (tenantId: string, before: number | null) =>
    get<{ items: PlatformNotice[]; next_before: number | null }>(`/provider/notices${query({ tenant_id: tenantId, before, limit: 50 })}`),
  retry: (tenantId: string, eventId: number) => post<void>(`/provider/quarantine/${tenantId}/${eventId}/retry`),
  suspend: (tenantId: string, reason: string) => post<unknown>(`${ofClient(tenantId)}/suspension`, { reason }),
  lift: (tenantId: string) => del<void>(`${ofClient(tenantId)}/suspension`),
  confirmProfile: (tenantId: string, numberId: string) =>
    post<void>(`${ofClient(tenantId)}/numbers/${encodeURIComponent(numberId)}/profile-confirmation`),
};
