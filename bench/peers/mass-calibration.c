/* JCGM 101:2008, 9.3, as one would write it in C: draw, evaluate, sort, read off. Prints milliseconds, and u. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { trials = 1000000, repetitions = 9 };

static uint64_t s[4] = {1, 2, 3, 4};

static inline uint64_t rotated(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

/* xoshiro256+ */
static inline double uniform(void) {
  const uint64_t result = s[0] + s[3], shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotated(s[3], 45);
  return (result >> 11) * 0x1p-53;
}

/* The polar method, which gives two at a time. */
static inline double normal(void) {
  static double kept;
  static int has_kept;
  if (has_kept) {
    has_kept = 0;
    return kept;
  }
  for (;;) {
    const double a = 2 * uniform() - 1, b = 2 * uniform() - 1, w = a * a + b * b;
    if (w >= 1 || w == 0) continue;
    const double f = sqrt(-2 * log(w) / w);
    kept = b * f;
    has_kept = 1;
    return a * f;
  }
}

static inline double rectangular(double center, double half_width) { return center + half_width * (2 * uniform() - 1); }

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double y[trials];
static double results[5];

static void run(void) {
  double sum = 0, squares = 0;
  for (int i = 0; i < trials; i++) {
    const double m = 100000 + 0.05 * normal(), dm = 1.234 + 0.02 * normal();
    const double a = rectangular(1.2, 0.1), w = rectangular(8000, 1000), r = rectangular(8000, 50);
    y[i] = (m + dm) * (1 + (a - 1.2) * (1 / w - 1 / r)) - 100000;
    sum += y[i];
  }
  const double mean = sum / trials;
  for (int i = 0; i < trials; i++) squares += (y[i] - mean) * (y[i] - mean);
  qsort(y, trials, sizeof *y, ascending);
  const int q = (int)(0.95 * trials), outside = trials - q;
  int best = 0;
  for (int i = 0; i < outside; i++)
    if (y[i + q] - y[i] < y[best + q] - y[best]) best = i;
  results[0] = sqrt(squares / (trials - 1));
  results[1] = y[outside / 2 - 1];
  results[2] = y[outside / 2 - 1 + q];
  results[3] = y[best];
  results[4] = y[best + q];
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(void) {
  for (int i = 0; i < repetitions; i++) {
    const double started = now();
    run();
    printf("%.3f %.6f\n", now() - started, results[0]);
  }
  return 0;
}
