import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { answer, api } from '../api/client';
import type { TimeTemplate } from '../api/types';
import { bodyOf, type TemplateForm } from './week';

/** The name of a template; of the one that is built in, in the user's language. */
export function templateName(t: TFunction, template: TimeTemplate): string {
  return template.builtin ? t('schedule.allDay') : template.name;
}

/** The time templates and the commands on them. */
export const templatesQuery = queryOptions({
  queryKey: ['time-templates'],
  queryFn: async () => (await answer(api.GET('/api/v1/time-templates'))).items,
});

export function useSaveTemplate(template: TimeTemplate | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form: TemplateForm) =>
      template === undefined
        ? answer(api.POST('/api/v1/time-templates', { body: bodyOf(form) }))
        : answer(api.PUT('/api/v1/time-templates/{id}', { params: target(template), body: bodyOf(form) })),
    onSettled: () => client.invalidateQueries({ queryKey: ['time-templates'] }),
  });
}

export function useRemoveTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (template: TimeTemplate) => answer(api.DELETE('/api/v1/time-templates/{id}', { params: target(template) })),
    onSettled: () => client.invalidateQueries({ queryKey: ['time-templates'] }),
  });
}

function target(template: TimeTemplate) {
  return { path: { id: template.id }, header: { 'If-Match': `"${template.version}"` } };
}
