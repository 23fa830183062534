import type { Connection } from './api';

/** The address that the page was opened with. */
export interface Asked {
  redirect_uri: string;
  state: string;
}

export function readAsked(search: string): Asked {
  const asked = new URLSearchParams(search);
  return { redirect_uri: asked.get('redirect_uri') ?? '', state: asked.get('state') ?? '' };
}

/** The address to leave for: the code, or why there is none, and the state as it came. */
export function leavingFor({ redirect_uri, state }: Asked, said: Record<string, string>): string {
  const address = new URL(redirect_uri);
  for (const [name, value] of Object.entries({ ...said, ...(state && { state }) })) address.searchParams.set(name, value);
  return address.toString();
}

export const DENIED = { error: 'access_denied', error_code: '200', error_description: 'Permissions error', error_reason: 'user_denied' };

/** Tells the page that opened this one, as text in JSON, and nobody of another origin. */
function tell(asked: Asked, event: string, data: Record<string, unknown>): void {
  const opener = window.opener as Window | null;
  opener?.postMessage(JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event, version: '3', data }), new URL(asked.redirect_uri).origin);
}

/** For a number of the Business App the account is named only, and the number is to be asked for. */
export function finish(asked: Asked, done: Connection, inApp: boolean): void {
  if (inApp) tell(asked, 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING', { waba_id: done.data.waba_id });
  else tell(asked, 'FINISH', { ...done.data });
  window.location.assign(leavingFor(asked, { code: done.code }));
}

export function cancel(asked: Asked, step: string): void {
  tell(asked, 'CANCEL', { current_step: step });
  window.location.assign(leavingFor(asked, DENIED));
}

export function report(asked: Asked, error: { message: string; code: number }): void {
  tell(asked, 'ERROR', { error_message: error.message, error_code: String(error.code), timestamp: Math.floor(Date.now() / 1000) });
}
