// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <stdexcept>

namespace theta {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr double longest = 4;  // seconds; sanitized and not optimized, it is several times slower
#else
constexpr double longest = 1;
#endif

}  // namespace

std::size_t below(Random& random, std::size_t end) {
  return static_cast<std::size_t>(random.uniform() * static_cast<double>(end)) % end;
}

void damage(std::string& text, const std::vector<std::string>& pieces, Random& random) {
  const auto piece = [&] { return pieces[below(random, pieces.size())]; };
  if (text.empty()) text = piece();
  const std::size_t at = below(random, text.size());
  const std::size_t length = 1 + below(random, 24);
  switch (below(random, 7)) {
    case 0:
      text[at] = static_cast<char>(below(random, 256));
      break;
    case 1:
      text.erase(at, length);
      break;
    case 2:
      text.insert(at, piece());
      break;
    case 3:
      text.insert(below(random, text.size()), text.substr(at, length));
      break;
    case 4:
      text.resize(at);
      break;
    case 5:
      text.replace(at, length, piece());
      break;
    default:
      text.insert(at, std::string(1 + below(random, 5000), "[{9 "[below(random, 4)]));
      break;
  }
}

void expect(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

void expect_reason(const InputError& error) {
  expect(!error.problems().empty() && *error.what() != '\0', "refused without a reason");
}

int fuzz(int argc, char** argv, const std::function<Trial(Random&)>& next) {
  const long count = argc > 1 ? std::atol(argv[1]) : 10'000;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
  Random random(seed);
  double slowest = 0;
  for (long i = 0; i < count; ++i) {
    const Trial trial = next(random);
    std::string fault;
    const std::clock_t start = std::clock();  // the processor's time: others may be at work
    try {
      trial.run();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    slowest = std::max(slowest, seconds);
    if (seconds > longest) fault += " took " + std::to_string(seconds) + " s";
    if (fault.empty()) continue;
    std::cerr << "Number " << i << " of seed " << seed << ": " << fault << "\n" << trial.input << std::endl;
    return 1;
  }
  std::cout << count << " trials, seed " << seed << ", slowest " << 1e3 * slowest << " ms" << std::endl;
  return 0;
}

}  // namespace theta
