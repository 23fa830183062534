import { command } from './command';

/** Take the conversation that is offered to me. */
export const acceptOffer = command({
  name: 'offer.accept',
  title: 'Accept the offer',
  group: 'Offers',
  shortcut: ['a', 'alt+a'],
  on: ({ offer }) => offer,
  run: (offer, { offers }) => offers.accept(offer),
});
