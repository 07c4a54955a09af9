// SPDX-License-Identifier: GPL-3.0-or-later
// From an edit of one parameter to the painted pixels of the whole window, 1600 × 1000: a median of at most 8
// ms at the initial values and 16 ms at a lab's largest settings. `ratio`: to painting an empty QChart of
// that size.
#include "app/main_window.h"
#include "core/labs/all.h"
#include "core/model/number_of.h"
#include "tests/bench/median.h"
#include "ui/figure/figure_view.h"
#include "ui/parameters/parameter_panel.h"

#include <QApplication>
#include <QChart>
#include <QChartView>

#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <fstream>

namespace theta {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double empty_chart_ms() {
  QChartView view(new QChart);
  view.resize(1600, 1000);
  view.show();
  QApplication::processEvents();
  std::vector<double> times;
  for (int i = 0; i < 20; ++i) {
    const auto start = Clock::now();
    view.viewport()->repaint();
    times.push_back(ms_since(start));
  }
  return median(times);
}

/// The settings under which a lab has most to draw.
Values largest(const Lab& lab) {
  Values values = initial_values(lab);
  const auto set = [&](const char* id, Value value) {
    if (const auto field = find_field(lab.fields, id)) values[*field] = std::move(value);
  };
  set("head_dimension", std::int64_t{512});
  set("rotary_dimensions", std::int64_t{512});
  set("distance_span", std::int64_t{4096});
  if (lab.id == "activations") {
    const auto functions = find_field(lab.fields, "functions").value();
    Options all;
    for (std::size_t i = 0; i < options_of(lab.fields[functions].kind)->size(); ++i) all.indices.push_back(i);
    values[functions] = all;
  }
  return values;
}

/// The first number of a lab that applies, moved up and down a little.
Edit next_edit(const Lab& lab, const Values& values, std::size_t field, int i) {
  const Limits limits = limits_of(lab.fields[field], values);
  const double low = std::max(limits.low, -1e3), high = std::min(limits.high, low + 40);
  const double number = low + (high - low) * (1 + i % 37) / 39;
  return {field, number_value(lab.fields[field], number)};
}

void frame(benchmark::State& state, const Lab& lab, const Values& values) {
  MainWindow window({});
  window.resize(1600, 1000);
  window.show();
  const auto file = std::filesystem::temp_directory_path() / "frame_bench.thetalab";
  std::ofstream(file) << write_state(lab, {.lab = lab.id, .values = values, .view = {}});
  window.open(file);
  std::filesystem::remove(file);
  FigureView& view = window.figure_view();
  const auto wait = [&] {
    while (view.newest_painted() < window.newest_request()) QApplication::processEvents();
  };
  wait();
  auto& panel = *window.findChild<ParameterPanel*>();
  std::size_t field = 0;
  while (!is_number(lab.fields[field]) || !applies(lab.fields[field], values)) ++field;
  std::vector<double> times;
  int i = 0;
  for (auto _ : state) {
    const auto start = Clock::now();
    Q_EMIT panel.edited({next_edit(lab, window.document().values(), field, i++)});
    wait();
    times.push_back(ms_since(start));
  }
  state.counters["median_ms"] = median(times);
  state.counters["ratio"] = median(times) / empty_chart_ms();
}

const bool registered = [] {
  for (const Lab& lab : all_labs()) {
    benchmark::RegisterBenchmark(("frame/" + lab.id + "/initial").c_str(),
                                 [&lab](benchmark::State& state) { frame(state, lab, initial_values(lab)); })
        ->Iterations(200)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark(("frame/" + lab.id + "/largest").c_str(),
                                 [&lab](benchmark::State& state) { frame(state, lab, largest(lab)); })
        ->Iterations(200)
        ->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
}  // namespace theta
