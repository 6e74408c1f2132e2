// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/WelcomePage.h"

#include "controls/Panel.h"
#include "controls/PeriodPicker.h"
#include "exchange/DemoOffice.h"
#include "shell/Icon.h"
#include "shell/Settings.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

// A wide button with an icon, a name and a weaker remark below it.
class ChoiceButton final : public QPushButton
{
public:
    ChoiceButton(const QString &icon, const QString &title, const QString &remark, QWidget *parent)
        : QPushButton(parent)
        , m_icon(themedIcon(icon, ColourRole::AccentText))
        , m_title(title)
        , m_remark(remark)
    {
        setAutoDefault(false);
        setLook(this, "card");
        setAccessibleName(title);
        setAccessibleDescription(remark);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setToolTip(remark);
    }
    [[nodiscard]] QSize sizeHint() const override { return {280, std::max(52, 2 * fontMetrics().height() + 16)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colour(hasFocus() ? ColourRole::Accent : ColourRole::PanelLine));
        painter.setBrush(colour(isDown()       ? ColourRole::AccentSoft
                                : underMouse() ? ColourRole::Hover
                                               : ColourRole::Panel));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        m_icon.paint(&painter, QRect(16, (height() - 20) / 2, 20, 20));
        const QRect text = rect().adjusted(52, 0, -12, 0);
        const int line = fontMetrics().height();
        const int top = (height() - 2 * line - 2) / 2;
        painter.setFont(Theme::instance().font(Theme::Text::Strong));
        painter.setPen(colour(ColourRole::Text));
        painter.drawText(QRect(text.left(), top, text.width(), line), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_title, Qt::ElideRight, text.width()));
        painter.setFont(Theme::instance().font(Theme::Text::Label));
        painter.setPen(colour(ColourRole::TextWeak));
        painter.drawText(QRect(text.left(), top + line + 2, text.width(), line), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_remark, Qt::ElideMiddle, text.width()));
    }

private:
    QIcon m_icon;
    QString m_title;
    QString m_remark;
};

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    QLabel *label = textLabel(text, "label", parent);
    label->setContentsMargins(2, 0, 0, 0);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new QVBoxLayout)
    , m_recentPart(new QWidget(this))
{
    setObjectName(u"welcome"_s);

    auto *logo = new QLabel(this);
    logo->setAlignment(Qt::AlignCenter);
    logo->setPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    auto *name = textLabel(QGuiApplication::applicationDisplayName(), "figure", this);
    name->setAlignment(Qt::AlignCenter);
    auto *lines = textLabel(tr("The case book of a hotline office, in one file on this computer.\n"
                               "Take calls and letters, find every matter again, and publish the month's figures.\n"
                               "Start with your own office, or look around in a sample first."),
                            "weak", this);
    lines->setAlignment(Qt::AlignCenter);

    auto *create =
        new ChoiceButton(u"file-plus"_s, tr("New office…"), tr("An empty case file with the usual settings"), this);
    create->setObjectName(u"welcome.new"_s);
    connect(create, &QPushButton::clicked, this, &WelcomePage::newRequested);
    auto *open =
        new ChoiceButton(u"folder-open"_s, tr("Open a case file…"), tr("Or drop a .huiyin file on this window"), this);
    open->setObjectName(u"welcome.open"_s);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);

    auto *restore =
        new ChoiceButton(u"undo-2"_s, tr("Restore from a backup…"), tr("When a case file is damaged or gone"), this);
    restore->setObjectName(u"welcome.restore"_s);
    connect(restore, &QPushButton::clicked, this, &WelcomePage::restoreRequested);

    auto *own = new QHBoxLayout;
    own->setSpacing(12);
    own->addWidget(create, 1);
    own->addWidget(open, 1);
    own->addWidget(restore, 1);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(logo);
    column->addWidget(name);
    column->addSpacing(4);
    column->addWidget(lines);
    column->addSpacing(16);
    column->addLayout(own);

    auto *recent = new QVBoxLayout(m_recentPart);
    recent->setContentsMargins(0, 12, 0, 0);
    recent->setSpacing(8);
    recent->addWidget(sectionLabel(tr("Recent files"), m_recentPart));
    m_recent->setSpacing(4);
    recent->addLayout(m_recent);
    column->addWidget(m_recentPart);

    const QList<DemoInfo> list = demoOffices();
    if (!list.isEmpty()) {
        column->addSpacing(12);
        column->addWidget(sectionLabel(tr("Sample offices, to try things out"), this));
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        for (const DemoInfo &sample : list) {
            auto *button = new ChoiceButton(u"building-2"_s, sample.office, displayLabel(sample.period), this);
            button->setObjectName(u"welcome.sample."_s + sample.name);
            connect(button, &QPushButton::clicked, this, [this, key = sample.name] { Q_EMIT sampleRequested(key); });
            row->addWidget(button, 1);
        }
        column->addLayout(row);
    }
    column->addStretch(3);

    auto *middle = new QWidget(this);
    middle->setMaximumWidth(880);
    middle->setLayout(column);
    auto *inside = new QWidget;
    auto *centre = new QHBoxLayout(inside);
    centre->setContentsMargins(24, 24, 24, 24);
    centre->addStretch(1);
    centre->addWidget(middle, 20);
    centre->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(inside);
    area->setFocusPolicy(Qt::NoFocus);
    inside->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    reload();
}

void WelcomePage::reload()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    constexpr qsizetype shown = 4;
    const QStringList files = recentFiles().mid(0, shown);
    for (const QString &path : files) {
        const QFileInfo info(path);
        auto *button = new ChoiceButton(u"history"_s, info.completeBaseName(),
                                        QDir::toNativeSeparators(info.absolutePath()), m_recentPart);
        button->setObjectName(u"welcome.recent%1"_s.arg(m_recent->count()));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT fileRequested(path); });
        m_recent->addWidget(button);
    }
    m_recentPart->setVisible(!files.isEmpty());
}

} // namespace huiyin
