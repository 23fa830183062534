import type { FlowScreen, Part } from './model';

const asked = (name: string, label: string, required = true): Part => ({ type: 'TextInput', name, label, required });

/** What a phone asks when a business wants an address; the names are those of the platform. */
export const ADDRESS: FlowScreen = {
  id: 'ADDRESS',
  layout: {
    children: [
      asked('name', 'Name'),
      { ...asked('phone_number', 'Phone number'), 'input-type': 'phone' },
      asked('in_pin_code', 'Pin code'),
      asked('house_number', 'House number', false),
      asked('building_name', 'Building', false),
      asked('address', 'Street and area'),
      asked('city', 'City'),
      asked('state', 'State'),
      { type: 'Footer', label: 'Send address', 'on-click-action': { name: 'complete' } },
    ],
  },
};
