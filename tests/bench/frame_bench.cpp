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

#include <algorithm>
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
  set("distance_limit", std::int64_t{10'000'000});
  set("samples", std::int64_t{1'000'000});
  if (lab.id == "receptive-field") {
    const std::vector<Preset> presets = lab.presets();
    return preset_values(lab, *std::ranges::find(presets, "thousand", &Preset::id));
  }
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

/// Milliseconds from each of some edits to its picture.
std::vector<double> frame_times(MainWindow& window, const Lab& lab, const Values& values, int edits) {
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
  for (int i = 0; i < edits; ++i) {
    const auto start = Clock::now();
    Q_EMIT panel.edited({next_edit(lab, window.document().values(), field, i)});
    wait();
    times.push_back(ms_since(start));
  }
  return times;
}

void frame(benchmark::State& state, const Lab& lab, const Values& values) {
  MainWindow window({});
  window.resize(1600, 1000);
  window.show();
  double time = 0;
  for (auto _ : state) time = median(frame_times(window, lab, values, 200));
  state.counters["median_ms"] = time;
  state.counters["ratio"] = time / empty_chart_ms();
}

/// Every preset, so that every view is among them; the slowest counts.
void presets(benchmark::State& state, const Lab& lab) {
  MainWindow window({});
  window.resize(1600, 1000);
  window.show();
  double slowest = 0, longest = 0;
  std::string name;
  for (auto _ : state) {
    for (const Preset& preset : lab.presets()) {
      const std::vector<double> times = frame_times(window, lab, preset_values(lab, preset), 21);
      if (median(times) > slowest) {
        slowest = median(times);
        name = preset.id;
      }
      longest = std::max(longest, *std::ranges::max_element(times));
    }
  }
  state.SetLabel(name);
  state.counters["median_ms"] = slowest;
  state.counters["longest_ms"] = longest;
  state.counters["ratio"] = slowest / empty_chart_ms();
}

const bool registered = [] {
  const auto add = [](const std::string& name, auto&& run) {
    benchmark::RegisterBenchmark(name.c_str(), run)->Iterations(1)->Unit(benchmark::kMillisecond);
  };
  for (const Lab& lab : all_labs()) {
    add("frame/" + lab.id + "/initial",
        [&lab](benchmark::State& state) { frame(state, lab, initial_values(lab)); });
    add("frame/" + lab.id + "/largest", [&lab](benchmark::State& state) { frame(state, lab, largest(lab)); });
    add("frame/" + lab.id + "/presets", [&lab](benchmark::State& state) { presets(state, lab); });
  }
  return true;
}();

}  // namespace
}  // namespace theta
