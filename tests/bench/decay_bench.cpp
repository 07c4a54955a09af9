// SPDX-License-Identifier: GPL-3.0-or-later
// The cosine sum C and the decay bound B of 64 pairs at 10⁶ distances, on one core: at most 60 and 120 ms.
// `plain`: how many times faster than Eigen's arrays over all distances, a pair at a time. `numpy`: than
// NumPy's vectorised form, at least 30 for C; absent where no python3 has numpy. Both are measured in the
// same run. `error`: the largest difference from sums in long double, at most 1e-11.
#include "core/math/attention_decay.h"
#include "core/math/rope.h"
#include "tests/bench/median.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <complex>
#include <cstdio>
#include <memory>
#include <string>

namespace theta {
namespace {

constexpr Eigen::Index distances = 1'000'000;
constexpr int dimensions = 128;

template <class Work>
double ms_of(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// In portions of 10⁵, so that the arrays stay within the memory of a small machine.
template <class Portion>
void in_portions(const Portion& portion) {
  constexpr Eigen::Index size = 100'000;
  for (Eigen::Index first = 0; first < distances; first += size)
    portion(
        Eigen::ArrayXd::LinSpaced(size, static_cast<double>(first), static_cast<double>(first + size - 1)));
}

void plain_sums(const Eigen::ArrayXd& frequencies) {
  in_portions([&](const Eigen::ArrayXd& s) {
    Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(s.size());
    for (const double frequency : frequencies) sum += (frequency * s).cos();
    benchmark::DoNotOptimize(sum.data());
  });
}

void plain_bounds(const Eigen::ArrayXd& frequencies) {
  in_portions([&](const Eigen::ArrayXd& s) {
    Eigen::ArrayXd real = Eigen::ArrayXd::Zero(s.size()), imaginary = real, moduli = real;
    for (const double frequency : frequencies) {
      real += (frequency * s).cos();
      imaginary += (frequency * s).sin();
      moduli += (real.square() + imaginary.square()).sqrt();
    }
    benchmark::DoNotOptimize(moduli.data());
  });
}

/// Milliseconds NumPy takes for the expression of z, the angles of 10⁵ distances and 64 pairs, times ten; 0
/// where it is absent.
double numpy_ms(const std::string& expression) {
  const std::string program =
      "import time, numpy as np\n"
      "theta = 10000.0 ** (-2 * np.arange(64) / 128)\n"
      "times = []\n"
      "for _ in range(5):\n"
      "  start = time.perf_counter()\n"
      "  z = np.arange(100000.0)[:, None] * theta\n"
      "  " +
      expression +
      "\n"
      "  times.append(time.perf_counter() - start)\n"
      "print(1e4 * sorted(times)[2])\n";
  // The first on the path may be another than the system's, which has the packages.
  const std::string command =
      "for python in python3 /usr/bin/python3; do $python -c \"" + program + "\" 2>/dev/null && break; done";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  double ms = 0;
  return pipe && std::fscanf(pipe.get(), "%lf", &ms) == 1 ? ms : 0;
}

/// At distances spread over all, none of them a multiple of another.
template <class Exact>
double largest_error(const std::vector<double>& values, const Exact& exact) {
  double error = 0;
  for (std::size_t s = 0; s < values.size(); s += 9973)
    error = std::max(error, std::abs(values[s] - static_cast<double>(exact(static_cast<long double>(s)))));
  return error;
}

/// Alternates, so that noise hits both.
template <class Ours, class Plain>
void compare(benchmark::State& state, const Ours& ours, const Plain& plain, const std::string& numpy) {
  std::vector<double> our_times, plain_times;
  for (auto _ : state) {
    our_times.push_back(ms_of(ours));
    plain_times.push_back(ms_of(plain));
  }
  state.counters["ours_ms"] = median(our_times);
  state.counters["plain"] = median(plain_times) / median(our_times);
  const double reference = numpy_ms(numpy);
  if (reference > 0)
    state.counters["numpy"] = reference / median(our_times);
  else
    state.SetLabel("numpy absent");
}

void cosine_sum(benchmark::State& state) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(dimensions, 1e4);
  const std::vector<std::complex<double>> ones(dimensions / 2, 1);
  std::vector<double> values(distances);
  compare(
      state, [&] { PairSums({frequencies}).at(ones, 0, values); }, [&] { plain_sums(frequencies); },
      "np.cos(z).sum(axis=1)");
  state.counters["error"] = largest_error(values, [&](long double s) {
    long double sum = 0;
    for (const long double frequency : frequencies) sum += std::cos(s * frequency);
    return sum;
  });
}

void decay_bound(benchmark::State& state) {
  const Eigen::ArrayXd frequencies = inverse_frequencies(dimensions, 1e4);
  std::vector<double> values(distances);
  compare(
      state, [&] { DecayBounds(frequencies).at(0, values); }, [&] { plain_bounds(frequencies); },
      "np.abs(np.cumsum(np.exp(1j * z), axis=1)).mean(axis=1)");
  state.counters["error"] = largest_error(values, [&](long double s) {
    std::complex<long double> sum = 0;
    long double moduli = 0;
    for (const long double frequency : frequencies)
      moduli += std::abs(sum += std::polar(1.0L, s * frequency));
    return moduli / (dimensions / 2);
  });
}

BENCHMARK(cosine_sum)->Name("decay/same_1e6x64")->Iterations(5)->Unit(benchmark::kMillisecond);
BENCHMARK(decay_bound)->Name("decay/bound_1e6x64")->Iterations(5)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace theta
