// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred different figures of eight curves to SVG in under 5 s, at least ten times faster than matplotlib
// saves the same data and no larger (at most 40 KB); a thousand exports grow resident memory by under 2 MB.
#include "ui/export/painted_figures.h"

#include <QProcess>

#include <benchmark/benchmark.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <string>
#include <unistd.h>

namespace theta {
namespace {

constexpr int figures = 100, curves = 8, points = 2048;

Figure eight_curves(double phase) {
  Panel panel{.id = "curves",
              .title = "Eight curves",
              .x = {.label = "$x$", .low = -6, .high = 6},
              .y = {.label = "$f(x)$", .low = -3, .high = 3}};
  for (int k = 0; k < curves; ++k) {
    Curve curve{.mark = {.id = "curve_" + std::to_string(k),
                         .label = say("curve {}", k + 1),
                         .role = static_cast<Role>(k)}};
    for (int i = 0; i < points; ++i) {
      const double x = -6 + 12.0 * i / (points - 1);
      curve.x.push_back(x);
      curve.y.push_back(std::sin(x * (1 + 0.3 * k) + phase) * (2 - 0.2 * k) + x / 6);
    }
    panel.layers.push_back(curve);
  }
  return {.title = "Eight curves", .panels = {panel}};
}

constexpr const char* matplotlib_script = R"(
import io, time
try:
    import matplotlib
    import numpy as np
except ImportError:
    print("0 0")
    raise SystemExit
matplotlib.use("svg")
matplotlib.rcParams["svg.fonttype"] = "none"
import matplotlib.pyplot as plt
x = np.linspace(-6, 6, 2048)
start, size = time.perf_counter(), 0
for n in range(100):
    figure, axes = plt.subplots(figsize=(180 / 25.4, 120 / 25.4))
    for k in range(8):
        axes.plot(x, np.sin(x * (1 + 0.3 * k) + 0.01 * n) * (2 - 0.2 * k) + x / 6, label=f"curve {k + 1}")
    axes.set(xlim=(-6, 6), ylim=(-3, 3), xlabel="$x$", ylabel="$f(x)$", title="Eight curves")
    axes.legend()
    file = io.BytesIO()
    figure.savefig(file, format="svg")
    plt.close(figure)
    size = max(size, len(file.getvalue()))
print(time.perf_counter() - start, size)
)";

struct Compared {
  double seconds = 0, bytes = 0;  ///< 0: matplotlib is not there
};

Compared matplotlib() {
  QProcess python;
  python.start(QStringLiteral("/usr/bin/python3"),
               {QStringLiteral("-c"), QString::fromUtf8(matplotlib_script)});
  python.waitForFinished(-1);
  const QList<QByteArray> words = python.readAllStandardOutput().simplified().split(' ');
  return words.size() == 2 ? Compared{words[0].toDouble(), words[1].toDouble()} : Compared{};
}

void hundred_figures(benchmark::State& state) {
  const Sheet sheet{.width = 180, .height = 120};
  double seconds = 0;
  qsizetype largest = 0;
  for (auto _ : state) {
    const auto start = std::chrono::steady_clock::now();
    for (int n = 0; n < figures; ++n)
      largest = std::max(largest, figure_svg(eight_curves(0.01 * n), sheet, {}).size());
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  const Compared other = matplotlib();
  state.counters["seconds"] = seconds;
  state.counters["bytes"] = static_cast<double>(largest);
  state.counters["matplotlib_seconds"] = other.seconds;
  state.counters["matplotlib_bytes"] = other.bytes;
  state.counters["times_faster"] = other.seconds / seconds;
}
BENCHMARK(hundred_figures)->Iterations(1)->Unit(benchmark::kMillisecond);

double resident_kilobytes() {
  std::ifstream file("/proc/self/statm");
  double all = 0, resident = 0;
  file >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1024;
}

void memory_of_a_thousand_exports(benchmark::State& state) {
  const Sheet sheet{.width = 90, .height = 60, .dpi = 100};
  const auto export_all = [&](int n) {
    const Figure figure = eight_curves(0.01 * n);
    benchmark::DoNotOptimize(figure_svg(figure, sheet, {}));
    benchmark::DoNotOptimize(figure_pdf({&figure, 1}, sheet, {}));
    benchmark::DoNotOptimize(figure_png(figure, sheet, {}));
  };
  for (int n = 0; n < 50; ++n) export_all(n);  // fonts and caches fill once
  const double before = resident_kilobytes();
  double after = before;
  for (auto _ : state) {
    for (int n = 0; n < 334; ++n) export_all(n);
    after = resident_kilobytes();
  }
  state.counters["grown_kilobytes"] = after - before;
}
BENCHMARK(memory_of_a_thousand_exports)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace theta
