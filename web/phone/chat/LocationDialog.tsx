import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { Place } from '../api/types';
import { Dialog } from '../ui/Dialog';

const HERE = { latitude: 51.50735, longitude: -0.12776 };

/** A place to send. This phone has no satellites: the customer says where they are. */
export function LocationDialog({ onClose, onSend }: { onClose: () => void; onSend: (place: Place) => void }) {
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [latitude, setLatitude] = useState<number | string>(HERE.latitude);
  const [longitude, setLongitude] = useState<number | string>(HERE.longitude);
  const complete = typeof latitude === 'number' && typeof longitude === 'number';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!complete) return;
    const named = { ...(name.trim() ? { name: name.trim() } : {}), ...(address.trim() ? { address: address.trim() } : {}) };
    onSend({ latitude, longitude, ...named });
  };
  return (
    <Dialog title="Send a location" opened onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput label="Name" placeholder="Home" value={name} data-autofocus maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput label="Address" value={address} maxLength={200} onChange={(event) => setAddress(event.currentTarget.value)} />
          <Group grow gap="sm" align="start">
            <NumberInput label="Latitude" value={latitude} onChange={setLatitude} min={-90} max={90} clampBehavior="strict" decimalScale={6} hideControls required />
            <NumberInput label="Longitude" value={longitude} onChange={setLongitude} min={-180} max={180} clampBehavior="strict" decimalScale={6} hideControls required />
          </Group>
          <Button type="submit" radius="xl" disabled={!complete}>
            Send location
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
