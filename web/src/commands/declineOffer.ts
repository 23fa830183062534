import { command } from './command';

/** Pass on the conversation that is offered to me; it goes to the next person. */
export const declineOffer = command({
  name: 'offer.decline',
  title: 'Decline the offer',
  group: 'Offers',
  shortcut: ['d', 'alt+d'],
  on: ({ offer }) => offer,
  run: (offer, { offers }) => offers.decline(offer),
});
