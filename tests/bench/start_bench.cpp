// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of a process to its first painted frame: at most 1.2 times that of a bare window with one
// QChart.
#include "app/main_window.h"
#include "tests/bench/median.h"
#include "tests/bench/start.h"
#include "ui/figure/figure_view.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QLineSeries>
#include <QMainWindow>
#include <QProcess>

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>

namespace theta {
namespace {

class PaintedOnce : public QChartView {
 public:
  using QChartView::QChartView;

 protected:
  void paintEvent(QPaintEvent* event) override {
    QChartView::paintEvent(event);
    std::_Exit(0);  // what is measured ends here
  }
};

int show_chart() {
  auto* chart = new QChart;  // the view owns it
  auto* line = new QLineSeries(chart);
  for (int i = 0; i < 100; ++i) line->append(i, i % 7);
  chart->addSeries(line);
  chart->createDefaultAxes();
  QMainWindow window;
  window.setCentralWidget(new PaintedOnce(chart, &window));
  window.resize(1440, 900);
  window.show();
  return QApplication::exec();
}

int show_thetalab() {
  MainWindow window({});
  window.show();
  while (window.figure_view().frames() == 0) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
  std::_Exit(0);
}

double start_ms(const char* window) {
  const auto start = std::chrono::steady_clock::now();
  QProcess::execute(QApplication::applicationFilePath(),
                    {QString::fromUtf8(start_option.data()), QString::fromUtf8(window)});
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

void start_of_the_window(benchmark::State& state) {
  std::vector<double> ours, bare;
  for (auto _ : state) {
    ours.push_back(start_ms("thetalab"));
    bare.push_back(start_ms("chart"));
  }
  state.counters["median_ms"] = median(ours);
  state.counters["chart_ms"] = median(bare);
  state.counters["ratio"] = median(ours) / median(bare);
}
BENCHMARK(start_of_the_window)->Iterations(15)->Unit(benchmark::kMillisecond);

}  // namespace

int show_once(std::string_view window) { return window == "chart" ? show_chart() : show_thetalab(); }

}  // namespace theta
