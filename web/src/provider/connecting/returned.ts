import { CHANNEL, readReturned } from './dialogue';

/**
 * The page that the dialogue ends on. Its window has lost the page that opened it (our pages let nobody hold on to them),
 * so the code goes over a channel that only pages of this origin hear, and out of the address.
 */
export function passOn(root: HTMLElement): void {
  const returned = readReturned(window.location.search);
  window.history.replaceState(null, '', window.location.pathname);
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(returned);
  document.title = 'Signed up · parley';
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  words.textContent = 'You can close this window and go on in parley. If nothing happens there, begin again.';
  words.style.cssText = 'margin:15vh auto 0;padding:0 24px;max-width:32ch;text-align:center;font:16px/1.5 system-ui,sans-serif';
  root.replaceChildren(words);
  window.setTimeout(() => {
    channel.close();
    window.close();
  }, 300);
}
