/** A table to take along; the name in both spellings that browsers know (RFC 6266). */
export const csvFile = (name: string, content: string): Response =>
  new Response(content, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    },
  })
