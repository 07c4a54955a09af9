// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/activations_parameters.h"
#include "core/labs/activations_views_code.h"
#include "core/labs/code_script.h"
#include "core/labs/lab_code.h"

#include <string>

namespace theta {
namespace {

constexpr const char* start_code = R"(
rate = math.sqrt(2 / math.pi)
numpy: erfc = np.vectorize(math.erfc)
torch: erfc = torch.special.erfc


def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x < 0, small, 0.0 * x + 1) / (1 + small)


def softplus(x):
    return np.where(x > 0, x, 0.0 * x) + np.log1p(np.exp(-np.abs(x)))


def negative(x):
    return np.where(x < 0, x, 0.0 * x)


def distribution(x):
    return erfc(-x / math.sqrt(2)) / 2

)";

std::string code_of_view(const Activations& a) {
  switch (a.view) {
    case ActivationView::errors:
      return activations_errors_code(a);
    case ActivationView::input:
      return activations_input_code(a);
    case ActivationView::gate:
      return activations_gate_code(a);
    case ActivationView::depth:
      return activations_depth_code(a);
    case ActivationView::layers:
      return activations_layers_code(a);
    case ActivationView::history:
      return activations_history_code(a);
    case ActivationView::curves:
      break;
  }
  return activations_curves_code(a);
}

}  // namespace

std::string activations_code(const Activations& activations, CodeLibrary library) {
  return code_script("Activation functions", activations, library, start_code + code_of_view(activations));
}

}  // namespace theta
