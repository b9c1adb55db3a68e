import { operation, type Operation } from '#http/operation.ts'
import { notTypeset, tooManyPrint } from '#typesetting/typesetting.refusals.ts'
import { unknownCalibration } from '../../calibrations/calibration.refusals.ts'
import { previewCertificate } from './preview-certificate.ts'

export const previewOperations: readonly Operation[] = [
  operation(
    {
      id: 'preview-certificate',
      method: 'get',
      path: '/v1/calibrations/{id}/preview',
      summary: 'The certificate of a calibration as it would be issued now, as PDF',
      description:
        'Typeset as those that are issued, and marked as a preview: it has no number, no hash, and no data inside.',
      access: 'calibration.read',
      params: 'calibrations/path.json',
      query: 'calibrations/preview-query.json',
      answers: { 200: null },
      media: ['application/pdf'],
      refuses: [unknownCalibration, tooManyPrint, notTypeset],
    },
    async ({ em, params, query, actor, now, facilities }) => {
      const { language = 'zh-en' } = query
      const asked = { id: params.id, language }
      return {
        status: 200,
        media: 'application/pdf',
        content: await previewCertificate(em, asked, actor, now, facilities),
        headers: {
          'cache-control': 'private, no-store',
          'content-disposition': 'inline; filename="preview.pdf"',
        },
      }
    },
  ),
]
