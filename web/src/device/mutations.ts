import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, answerWithTag, api } from '../api/client';
import { refreshDevices } from '../api/deviceQueries';
import { changeChannel, dropDevice, putDevice } from '../api/patchDevices';
import type { Device } from '../api/types';
import type { DeviceForm } from './deviceForm';

/** The commands on devices. Each one ends by putting the server's answer into what is shown. */

export function useAddDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form: DeviceForm) =>
      answer(api.POST('/api/v1/devices', {
        body: { name: form.name.trim(), ...connectionOf(form), ...(form.subUrl.trim() === '' ? {} : { subUrl: form.subUrl.trim() }), ...(form.siteId === '' ? {} : { siteId: form.siteId }), ...(form.homeNode === '' ? {} : { homeNode: form.homeNode }) },
      })),
    onSuccess: () => refreshDevices(client),
  });
}

export function useProbe() {
  return useMutation({
    mutationFn: (form: DeviceForm) => answer(api.POST('/api/v1/devices/probe', { body: connectionOf(form) })),
  });
}

/** Sends only what changed; a password left empty is kept by the server. */
export function useChangeDevice(device: Device) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form: DeviceForm) => {
      const body: Partial<DeviceForm> = {};
      if (form.name.trim() !== device.name) body.name = form.name.trim();
      if (form.url.trim() !== device.url) body.url = form.url.trim();
      if (form.subUrl.trim() !== (device.subUrl ?? '')) body.subUrl = form.subUrl.trim();
      if (form.certificate.trim() !== (device.certificate ?? '')) body.certificate = form.certificate.trim();
      if (form.username !== (device.username ?? '')) body.username = form.username;
      if (form.password !== '') body.password = form.password;
      if (form.siteId !== '' && form.siteId !== device.siteId) body.siteId = form.siteId;
      if (form.homeNode !== (device.homeNode ?? '')) body.homeNode = form.homeNode;
      return answer(api.PATCH('/api/v1/devices/{id}', { params: target(device.id, etagOf(device.version)), body }));
    },
    onSuccess: (changed) => putDevice(client, changed),
    onSettled: () => refreshDevices(client),
  });
}

export function useRemoveDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (device: Device) =>
      answer(api.DELETE('/api/v1/devices/{id}', { params: target(device.id, etagOf(device.version)) })),
    onSuccess: (_, removed) => dropDevice(client, removed.id),
    onSettled: () => refreshDevices(client),
  });
}

/** Asks a device now; what it answers comes as an event. */
export function useCheckDevice(id: string) {
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/devices/{id}/management/check', { params: { path: { id } } })),
  });
}

export function useSetRecording() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ channelId, enabled }: { channelId: string; enabled: boolean }) => {
      const path = '/api/v1/channels/{id}/recording';
      const current = await answerWithTag(api.GET(path, { params: { path: { id: channelId } } }));
      const tag = current.etag ?? etagOf(current.data.version);
      return answer(api.PUT(path, { params: target(channelId, tag), body: { enabled } }));
    },
    onSuccess: (recording, { channelId }) => changeChannel(client, channelId, (channel) => ({ ...channel, recording })),
    onSettled: () => void refreshDevices(client),
  });
}

function connectionOf(form: DeviceForm) {
  return {
    url: form.url.trim(),
    ...(form.username === '' ? {} : { username: form.username }),
    ...(form.password === '' ? {} : { password: form.password }),
    ...(form.certificate.trim() === '' ? {} : { certificate: form.certificate.trim() }),
  };
}

function target(id: string, etag: string) {
  return { path: { id }, header: { 'If-Match': etag } };
}

function etagOf(version: number): string {
  return `"${version}"`;
}
