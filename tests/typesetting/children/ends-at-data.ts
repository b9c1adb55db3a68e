/** Ends at once where the data say so, as a compiler does that panics; else gives the data back. */
process.on('message', ({ data }: { data: string }) => {
  if (data === 'abort') process.abort()
  if (data === 'hang') return
  if (data === 'fail') process.send?.({ failed: 'no glyph' })
  else process.send?.({ pdf: Buffer.from(`${process.pid} ${data}`) })
})
process.on('disconnect', () => process.exit())
