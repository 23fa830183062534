import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useByClock } from '../api/clock';
import type { Offer } from '../api/types';
import { useDeskState } from '../shell/deskState';
import { Avatar } from '../ui/Avatar';
import { Kbd } from '../ui/Kbd';
import { languageName, nameOf, sentenceCase } from '../ui/words';
import { CountdownRing } from './CountdownRing';
import css from './OfferCard.module.css';
import { chime } from './chime';

/** A conversation that is offered to me: over everything, wherever I am, until I answer or the time is up. */
export function OfferCard() {
  const { offers, sound, conversationId } = useDeskState();
  const [offer] = offers;
  const id = offer?.offer_id;
  useEffect(() => {
    if (id && sound) chime();
  }, [id, sound]);
  return (
    <div className={css.place} data-over-thread={conversationId !== '' || undefined} aria-live="assertive">
      {offer && <Card key={offer.offer_id} offer={offer} more={offers.length - 1} />}
    </div>
  );
}

function Card({ offer, more }: { offer: Offer; more: number }) {
  const { commands } = useDeskState();
  const { conversation: row, reason } = offer;
  const isOver = useByClock((now) => now >= Date.parse(offer.expires_at));
  const card = useRef<HTMLElement>(null);

  // Enter accepts while nothing else has the focus; a field or a button that has it keeps its own Enter.
  const accept = commands.offers.accept;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.repeat || event.defaultPrevented) return;
      if (document.activeElement !== document.body && document.activeElement !== card.current) return;
      event.preventDefault();
      accept(offer);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [accept, offer]);

  if (isOver) return null;
  const said = offer.customer_said.map(({ text }) => text);
  const tags = [sentenceCase(row.skill), row.language && languageName(row.language), row.number.display_name].filter(Boolean);
  return (
    <section ref={card} className={css.card} tabIndex={-1} aria-label={`New conversation offered: ${nameOf(row.contact)}`} data-testid="offer-card">
      <header className={css.head}>
        <CountdownRing from={offer.offered_at} to={offer.expires_at} />
        <p className={css.title}>
          New conversation for you
          {more > 0 && <span className={css.more} title={`and ${more} more`}>+{more}</span>}
        </p>
      </header>
      <div className={css.who}>
        <Avatar name={nameOf(row.contact)} size={42} />
        <div className={css.words}>
          <p className={css.name} dir="auto">
            {nameOf(row.contact)}
          </p>
          {said.map((text, index) => (
            <p key={index} className={css.last} dir="auto">
              {text}
            </p>
          ))}
          <p className={css.tags}>{tags.join(' · ')}</p>
        </div>
      </div>
      {reason && (
        <p className={css.reason}>
          <IconSparkles size={15} aria-hidden />
          <span>
            <strong>Why you</strong> {reason}
          </span>
        </p>
      )}
      <div className={css.answers}>
        <Button variant="default" onClick={() => commands.offers.decline(offer)} disabled={commands.offers.busy} rightSection={<Kbd shortcut="d" />} data-testid="offer-decline">
          Decline
        </Button>
        <Button onClick={() => commands.offers.accept(offer)} loading={commands.offers.busy} rightSection={<Kbd shortcut="a" />} data-testid="offer-accept">
          Accept
        </Button>
      </div>
      <p className={css.hint}>While you type: Alt A accepts, Alt D declines</p>
    </section>
  );
}
