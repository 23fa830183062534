import { createContext, useContext } from 'react';
import type { AppealState, Case, CaseDetail, CasePage, CaseView, Vote } from '../api/caseTypes';
import { get, post, put, query } from '../api/http';

/** Where cases are asked for: at the desk those of one's own business, at the provider those of all its Clients. */
export interface CaseSource {
  key: readonly string[];
  list: (view: CaseView, kind: string, cursor: string) => Promise<CasePage>;
  show: (id: CaseId) => Promise<CaseDetail>;
  vote: (id: CaseId, vote: Vote, note: string) => Promise<CaseDetail>;
  appeal: (id: CaseId, text: string, state: AppealState) => Promise<CaseDetail>;
  /** The page of one case, and of none. */
  hrefOf: (id: CaseId | null) => string;
  /** Where the file of a message can be seen, '' where it can not. */
  fileOf: (mediaId: string) => string;
}

export type CaseId = Pick<Case, 'tenant_id' | 'case_id'>;

export const DESK: CaseSource = {
  key: ['cases'],
  list: (state, kind, cursor) => get(`/cases${query({ state, kind, cursor, limit: 30 })}`),
  show: ({ case_id }) => get(`/cases/${case_id}`),
  vote: ({ case_id }, vote, note) => post(`/cases/${case_id}/vote`, { vote, note }),
  appeal: ({ case_id }, text, state) => put(`/cases/${case_id}/appeal`, { text, state }),
  hrefOf: (id) => (id ? `/cases/${id.case_id}` : '/cases'),
  fileOf: (mediaId) => `/api/media/${mediaId}`,
};

export const providerCases = (tenantId: string): CaseSource => ({
  key: ['provider', 'cases', tenantId],
  list: (state, kind, cursor) =>
    get(`/provider/cases${query({ tenant_id: tenantId, state, kind, cursor, limit: 30 })}`),
  show: ({ tenant_id, case_id }) => get(`/provider/cases/${tenant_id}/${case_id}`),
  vote: ({ tenant_id, case_id }, vote, note) => post(`/provider/cases/${tenant_id}/${case_id}/vote`, { vote, note }),
  appeal: ({ tenant_id, case_id }, text, state) =>
    put(`/provider/cases/${tenant_id}/${case_id}/appeal`, { text, state }),
  hrefOf: (id) => (id ? `/provider/cases/${id.tenant_id}/${id.case_id}` : '/provider/cases'),
  fileOf: () => '',
});

export const ALL_CLIENTS = providerCases('');

export const SourceContext = createContext<CaseSource>(DESK);
export const useSource = (): CaseSource => useContext(SourceContext);

/** A colleague or a customer is reported; whoever did not write or report it decides. */
export const report = (messageId: string, reason: string, forCustomer: boolean): Promise<{ case_id: string; due_at: string }> =>
  post(`/messages/${messageId}/report`, { reason, for_customer: forCustomer });
